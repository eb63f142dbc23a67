"""Which names a template's expressions ask for, looked up in a sample of the values it will get."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, nodes

#: A value that the sample cannot tell more about: any name in it is taken to exist.
ANY = object()
#: Filters that give the same kind of list back, or one of its items.
_SAME = frozenset(("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr", "slice"))
_ONE = frozenset(("first", "last", "min", "max"))
#: More names than this are no hint any more.
_SHOWN_NAMES = 8

Scope = Mapping[str, Any]


class Resolver:
    """Looks up the names of expressions; what it cannot find is collected in `faults`, in Dutch clauses."""

    def __init__(self, environment: Environment, known: Scope) -> None:
        """`known` is a sample of the values: nested dicts and lists."""
        self._environment, self._known = environment, known
        self.faults: list[str] = []

    def resolve(self, node: nodes.Node, scope: Scope) -> Any:  # noqa: ANN401 - a sample value is anything
        """The sample value of an expression, or ANY; faults are collected."""
        if isinstance(node, nodes.Name):
            return self._name(node.name, scope)
        if isinstance(node, nodes.Getattr):
            return self._member(node, self.resolve(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Const):
            return node.value
        if isinstance(node, nodes.Test) and node.name not in self._environment.tests:
            self._unknown(f"de toets “is {node.name}”", node.name, self._environment.tests)
        values = [self.resolve(child, scope) for child in node.iter_child_nodes()]
        return values[1] if isinstance(node, nodes.CondExpr) else ANY

    def _name(self, name: str, scope: Scope) -> Any:  # noqa: ANN401
        for names in (scope, self._known, self._environment.globals):
            if name in names:
                return names[name] if names is not self._environment.globals else ANY
        self._unknown(f"de naam “{name}”", name, {**self._known, **scope})
        return ANY

    def _item(self, node: nodes.Getitem, scope: Scope) -> Any:  # noqa: ANN401
        base, key = self.resolve(node.node, scope), self.resolve(node.arg, scope)
        if isinstance(key, str):
            return self._member(node, base, key)
        return merge_items(base) if isinstance(base, list | tuple) and isinstance(key, int) else ANY

    def _member(self, node: nodes.Getattr | nodes.Getitem, base: Any, name: str) -> Any:  # noqa: ANN401
        if base is ANY:
            return ANY
        if isinstance(base, Mapping) and name in base:
            return base[name]
        written = f"{_written(node.node)}.{name}"
        if isinstance(base, Mapping):
            if name in ("items", "keys", "values", "get"):
                return ANY
            self._unknown(f"de naam “{written}”", name, base, prefix=f"{_written(node.node)}.")
        elif isinstance(base, list | tuple):
            self.faults.append(
                f"“{_written(node.node)}” is een lijst en heeft geen “{name}”; zet er {{% for %}} omheen"
            )
        elif base is None or not hasattr(base, name):
            self.faults.append(f"“{_written(node.node)}” is een gewone waarde en heeft geen “{name}”")
        return ANY

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:  # noqa: ANN401
        if node.name not in self._environment.filters:
            self._unknown(f"de filter “{node.name}”", node.name, self._environment.filters)
        values = [self.resolve(child, scope) for child in node.iter_child_nodes()]
        if node.name in _SAME:
            return values[0]
        return merge_items(values[0]) if node.name in _ONE else ANY

    def _unknown(self, what: str, name: str, among: Mapping[str, Any], prefix: str = "") -> None:
        deeper = {} if prefix else {path.rpartition(".")[2]: path for path in _paths(self._known) if "." in path}
        near = [f"{prefix}{key}" for key in _close(name, among)] or [deeper[key] for key in _close(name, deeper)]
        names = sorted(map(str, among))
        more = " …" if len(names) > _SHOWN_NAMES else ""
        hint = f"bedoelt u “{near[0]}”?" if near else f"hier bestaan: {', '.join(names[:_SHOWN_NAMES])}{more}"
        self.faults.append(f"{what} bestaat niet; {hint}")


def _close(name: str, among: Mapping[str, Any]) -> list[str]:
    return difflib.get_close_matches(name, [str(key) for key in among], n=1, cutoff=0.6)


def merge_items(items: Any) -> Any:  # noqa: ANN401
    """One sample item of a list: dicts are laid over one another, so that a key in any of them is known."""
    if not isinstance(items, Sequence) or isinstance(items, str) or not items:
        return ANY
    if all(isinstance(item, Mapping) for item in items):
        return {key: value for item in items for key, value in item.items()}
    return items[0]


def _paths(values: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in values.items():
        yield f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _paths(value, f"{prefix}{key}.")


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return f"{_written(node.node)}[…]" if isinstance(node, nodes.Getitem) else "…"
