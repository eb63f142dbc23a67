"""docgen makes, reads and checks the forms and documents of jobtraining, mentoring and certification."""

from docgen.errors import DocgenError, ExitCode

__version__ = "0.1.0"
__all__ = ["DocgenError", "ExitCode", "__version__"]
