"""The house keeps its floors: imports go down only, and file libraries stay in formats."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_imports_only_go_down_and_file_libraries_stay_in_formats():
    command = [str(Path(sys.executable).parent / "lint-imports"), "--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_module_inside_imports_the_package_root():
    inside = [path for path in (ROOT / "src" / "docgen").rglob("*.py") if path.name != "__main__.py"]
    guilty = [
        path for path in inside if "\nfrom docgen import" in path.read_text() or "\nimport docgen\n" in path.read_text()
    ]
    assert guilty == []
