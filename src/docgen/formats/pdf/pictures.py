"""Pictures that typst is to show: files in a folder of this process, as it takes none from memory.

A designed page has its own root folder, so its pictures lie in a typst package of docgen, ``@docgen/beeld:1.0.0``.
"""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

_SUFFIXES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp", b"<svg": "svg", b"<?xm": "svg"}
_PACKAGE = Path("docgen", "beeld", "1.0.0")
_MANIFEST = '[package]\nname = "beeld"\nversion = "1.0.0"\nentrypoint = "beeld.typ"\n'


def keep_picture(folder: Path, data: bytes) -> str:
    """Put a picture in the folder under the hash of its bytes; gives the name of the file."""
    name = _name_file(data)
    if not (folder / name).exists():
        (folder / name).write_bytes(data)
    return name


@lru_cache(maxsize=1)
def start_packages() -> Path:
    """The folder in which typst finds docgen's package; pictures of values go in `find_package` of it."""
    folder = start_folder()
    package = folder / _PACKAGE
    package.mkdir(parents=True)
    (package / "typst.toml").write_text(_MANIFEST, encoding="utf-8")
    shutil.copy(Path(__file__).with_name("beeld.typ"), package)
    return folder


def find_package() -> Path:
    """The folder of the package that shows the pictures of a designed page."""
    return start_packages() / _PACKAGE


def start_folder() -> Path:
    """A folder of this process alone, gone when it ends."""
    folder = Path(tempfile.mkdtemp(prefix="docgen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=64)
def _name_file(data: bytes) -> str:
    suffix = next((suffix for start, suffix in _SUFFIXES.items() if data.startswith(start)), "png")
    return f"{hashlib.sha256(data).hexdigest()[:32]}.{suffix}"
