"""Where the parts of an Office file lie: the list of what a part refers to, and the part that a reference means.

A list lies in the folder ``_rels`` beside its part, and a target counts from the folder of that part (ECMA-376 part 2,
4th edition, § 9.3).
"""

from __future__ import annotations


def relations_part(part: str) -> str:
    """``xl/_rels/workbook.xml.rels`` for ``xl/workbook.xml``; that of the package itself for no part at all."""
    folder, _, leaf = part.rpartition("/")
    return f"{folder}/_rels/{leaf}.rels".removeprefix("/")


def resolve_target(folder: str, target: str) -> str:
    """The part that a target means as seen from a folder; no step back leads out of the package."""
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step != ".":
            parts.append(step)
    return "/".join(parts)
