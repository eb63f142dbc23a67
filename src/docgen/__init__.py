"""docgen makes, reads and checks the forms and documents of jobtraining, mentoring and certification."""

from docgen.errors import DocgenError, ExitCode
from docgen.version import VERSION

__version__ = VERSION
__all__ = ["DocgenError", "ExitCode", "__version__"]
