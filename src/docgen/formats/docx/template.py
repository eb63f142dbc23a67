"""Check a Word template before anything is made with it: every fault at once, each with its place and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from docgen.errors import DocgenError, SetupError, UnreadableFileError
from docgen.formats.docx.compiled import TEXT_PART, CompiledTemplate, compile_template
from docgen.formats.docx.inline import words_of
from docgen.formats.docx.names import ANY, Resolver, merge_items
from docgen.formats.docx.package import Package
from docgen.formats.docx.render import render_docx
from docgen.formats.docx.sandbox import make_environment
from docgen.formats.docx.tags import Tag, name_part, read_paragraphs, read_tags
from docgen.model.document import TemplateFault
from docgen.model.rich import RichParagraphs, RichText, Subdocument

_ENDS = {"endfor": "for", "endif": "if"}
_BRANCHES = {"elif": ("if",), "else": ("if", "for")}
#: What docxtpl adds: merge cells, span columns, colour a cell.
_CELL_TAGS = {"vm": "", "hm": "", "colspan": "{{ %s }}", "cellbg": "{{ %s }}"}
_WHOLE = {"p": "alinea", "tr": "rij", "tc": "cel"}
#: How a value that is more than text is printed.
_PREFIXES: Mapping[type, str] = {RichText: "r", RichParagraphs: "p", Subdocument: "p"}
_GOT = re.compile(r"got '([^']+)'|unexpected (?:char )?'([^']+)'")
_SINGLE_BRACES = re.compile(r"(?<!\{)\{\s*([A-Za-z_]\w*(?:\.\w+)*)\s*\}(?!\})")


@dataclass
class _Block:
    """An opened ``for`` or ``if`` and the names that hold inside it."""

    tag: Tag
    names: dict[str, Any] = field(default_factory=dict)


def check_template(
    template: bytes, known: Mapping[str, Any], compiler: Callable[[bytes], CompiledTemplate] = compile_template
) -> list[TemplateFault]:
    """Every fault of a Word template, in reading order per part; empty when it can be filled.

    `known` is a sample of the values that it will get: nested plain dicts and lists, each list with an item in it.
    `compiler` makes the template ready to be tried out.
    Raises SetupError when the file is no Word file at all.
    """
    try:
        package = Package(template)
        parts = sorted(filter(TEXT_PART.fullmatch, package.names), key=_part_order)
        faults = [fault for part in parts for fault in _PartCheck(known).check(name_part(part), package.parse(part))]
    except UnreadableFileError as error:
        message = f"Het Word-sjabloon {error}."
        raise SetupError(message) from error
    return faults or list(_try_out(template, known, compiler))


def _part_order(name: str) -> tuple[bool, str]:
    return (name != "word/document.xml", name)


def _try_out(
    template: bytes, known: Mapping[str, Any], compiler: Callable[[bytes], CompiledTemplate]
) -> Iterator[TemplateFault]:
    """What only shows when the template is filled."""
    try:
        render_docx(compiler(template), known, title="proef", language="nl-BE")
    except DocgenError as error:
        yield TemplateFault("tekst", 0, "", f"het sjabloon kan niet ingevuld worden: {error}")


class _PartCheck:
    """The check of one part, tag after tag: what is open, and which names hold there."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known
        self._environment: SandboxedEnvironment = make_environment()
        self._open: list[_Block] = []
        self._set: dict[str, Any] = {}

    def check(self, part: str, root: Any) -> Iterator[TemplateFault]:  # noqa: ANN401 - an lxml element
        """The faults of the part."""
        for paragraph in read_paragraphs(part, root):
            for found in read_tags(paragraph):
                yield from [found] if isinstance(found, TemplateFault) else self._check_tag(found)
            for braces in _SINGLE_BRACES.finditer(paragraph.text):
                if braces[1].partition(".")[0] in self._known:
                    message = f"enkele accolades worden niet ingevuld; bedoelt u “{{{{ {braces[1]} }}}}”?"
                    yield paragraph.fault(message, braces.start(), braces.end())
        for block in self._open:
            yield block.tag.fault(f"“{block.tag.keyword}” wordt nergens gesloten met “end{block.tag.keyword}”")

    def _check_tag(self, tag: Tag) -> Iterator[TemplateFault]:
        if tag.written.startswith("{#"):
            return
        if tag.has_curly_quotes:
            yield tag.fault("gekrulde aanhalingstekens in een tag; typ rechte aanhalingstekens (\" of ')")
        if tag.prefix in _WHOLE:
            yield from self._check_taken(tag)
        if not tag.is_statement:
            faults = list(self._check_code(tag, f"{{{{ {tag.code} }}}}"))
            yield from faults or self._check_prefix(tag)
        elif tag.keyword in _ENDS:
            yield from self._close(tag, _ENDS[tag.keyword])
        elif tag.keyword in _BRANCHES:
            yield from self._branch(tag)
        else:
            yield from self._check_statement(tag)

    def _check_taken(self, tag: Tag) -> Iterator[TemplateFault]:
        whole, opening = _WHOLE[tag.prefix], f"{tag.written[:2]}{tag.prefix}"
        if tag.taken is None:
            yield tag.fault(f"“{opening}” staat niet in een {whole} van een tabel")
        elif "".join(words_of(tag.taken).split()) != "".join(tag.written.split()):
            yield tag.fault(f"“{opening}” neemt de hele {whole} weg, en daarin staat nog iets anders")

    def _check_prefix(self, tag: Tag) -> Iterator[TemplateFault]:
        """Plain values are printed without a prefix, and each rich value with its own."""
        value = self._find_value(tag)
        wanted = _PREFIXES.get(type(value), "")
        if tag.prefix == wanted:
            return
        right = f"schrijf “{{{{{wanted} {tag.code} }}}}”"
        if wanted:
            yield tag.fault(f"“{tag.code}” is een opgemaakt stuk; {right}")
        else:
            yield tag.fault(f"“{{{{{tag.prefix}” is voor opgemaakte stukken; {right}")

    def _find_value(self, tag: Tag) -> Any:  # noqa: ANN401
        """The sample of what the tag prints."""
        printed = self._environment.parse(f"{{{{ {tag.code} }}}}").find(nodes.Output)
        return Resolver(self._environment, self._known).resolve(printed.nodes[0], self._scope()) if printed else ANY

    def _check_statement(self, tag: Tag) -> Iterator[TemplateFault]:
        word, _, rest = tag.code.partition(" ")
        if word in _CELL_TAGS:
            yield from self._check_code(tag, _CELL_TAGS[word] % rest if rest else "")
        elif word == "set" and "=" in rest:
            yield from self._check_code(tag, f"{{% {tag.code} %}}")
        elif word in _ENDS.values():
            self._open.append(_Block(tag))
            yield from self._check_code(tag, f"{{% {tag.code} %}}{{% end{word} %}}")
        elif word in ("p", "tr", "tc", "r"):
            yield tag.fault(f"schrijf “{{%{word}” aan elkaar, zonder spatie")
        else:
            yield tag.fault(f"“{word}” kan niet in een sjabloon; gebruik for, if of set")

    def _close(self, tag: Tag, word: str) -> Iterator[TemplateFault]:
        if not any(block.tag.keyword == word for block in self._open):
            yield tag.fault(f"“{tag.keyword}” sluit een “{word}” die niet geopend is")
            return
        while (block := self._open.pop()).tag.keyword != word:
            opener, end = block.tag, f"end{block.tag.keyword}"
            yield opener.fault(
                f"“{opener.keyword}” kruist met “{word}”: hij wordt niet met “{end}” gesloten vóór “{tag.keyword}”"
            )
        yield from _compare_places(block.tag, tag)

    def _branch(self, tag: Tag) -> Iterator[TemplateFault]:
        if not self._open or self._open[-1].tag.keyword not in _BRANCHES[tag.keyword]:
            yield tag.fault(f"“{tag.keyword}” staat niet binnen een “if”")
            return
        yield from _compare_places(self._open[-1].tag, tag)
        if tag.keyword == "elif":
            yield from self._check_code(tag, f"{{% {tag.code.removeprefix('el')} %}}{{% endif %}}")

    def _check_code(self, tag: Tag, code: str) -> Iterator[TemplateFault]:
        try:
            parsed = self._environment.parse(code)
        except TemplateSyntaxError as error:
            found = _GOT.search(error.message or "")
            near = f" bij “{found[1] or found[2]}”" if found else ""
            yield tag.fault(f"de schrijfwijze klopt niet{near}")
            return
        resolver = Resolver(self._environment, self._known)
        for node in parsed.body:
            self._resolve_node(node, resolver)
        yield from (tag.fault(message) for message in dict.fromkeys(resolver.faults))

    def _resolve_node(self, node: nodes.Node, resolver: Resolver) -> None:
        scope = self._scope()
        if isinstance(node, nodes.For):
            item = merge_items(resolver.resolve(node.iter, scope))
            self._open[-1].names = {**_bind(node.target, item), "loop": ANY}
            if node.test is not None:
                resolver.resolve(node.test, self._scope())
        elif isinstance(node, nodes.If):
            resolver.resolve(node.test, scope)
        elif isinstance(node, nodes.Assign):
            names = _bind(node.target, resolver.resolve(node.node, scope))
            (self._open[-1].names if self._open else self._set).update(names)
        else:
            resolver.resolve(node, scope)

    def _scope(self) -> dict[str, Any]:
        names = dict(self._set)
        for block in self._open:
            names |= block.names
        return names


def _bind(target: nodes.Node, value: Any) -> dict[str, Any]:  # noqa: ANN401
    if isinstance(target, nodes.Name):
        return {target.name: value}
    return {name.name: ANY for name in target.find_all(nodes.Name)}


def _compare_places(opener: Tag, tag: Tag) -> Iterator[TemplateFault]:
    """An opening tag and what goes with it must take the same kind of thing, side by side."""
    if opener.prefix != tag.prefix:
        message = f"hoort bij “{opener.written}”; schrijf ook hier “{{%{opener.prefix}”" if opener.prefix else (
            f"hoort bij “{opener.written}”; schrijf ook daar “{{%{tag.prefix}”"
        )  # fmt: skip
        yield tag.fault(message)
    elif opener.paragraph is not tag.paragraph and opener.surroundings is not tag.surroundings:
        yield tag.fault(
            f"hoort bij “{opener.written}”, maar staat in een andere cel of tabel; gebruik “{{%tr” of “{{%tc”"
        )
