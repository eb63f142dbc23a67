"""The house keeps its floors: imports go down only, and file libraries stay in formats."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_imports_only_go_down_and_file_libraries_stay_in_formats():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def names_taken_from_the_root(path: Path) -> set[str]:
    """What a module imports from the package root itself; its submodules are no part of the root."""
    folder = ROOT / "src" / "docgen"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("from docgen import ")]
    names = {name.strip() for line in lines for name in line.removeprefix("from docgen import ").split(",")}
    return {name for name in names if not (folder / name).is_dir() and not (folder / f"{name}.py").is_file()}


def test_no_module_inside_imports_the_package_root():
    inside = (ROOT / "src" / "docgen").rglob("*.py")
    assert [path for path in inside if names_taken_from_the_root(path)] == []
