"""sayso reads news and keeps the record of who said what.

import sayso

reading = sayso.read("“We will build it,” Ana Lima said.", outlet="Harbour Post", published="2025-03-14")
for statement in reading.statements:
    print([sayso.cut(reading.document.text, span) for span in statement.content])
"""

from sayso.errors import InputError, LanguageError, ModelError, RecordError, SaysoError
from sayso.identity import identity_key
from sayso.read import read, read_many
from sayso.records import Attribution, Document, Failure, Fault, Page, Reading, Speaker, Statement
from sayso.spans import Span, cut
from sayso.version import VERSION

__version__ = VERSION

__all__ = [
    "Attribution",
    "Document",
    "Failure",
    "Fault",
    "InputError",
    "LanguageError",
    "ModelError",
    "Page",
    "Reading",
    "RecordError",
    "SaysoError",
    "Span",
    "Speaker",
    "Statement",
    "__version__",
    "cut",
    "identity_key",
    "read",
    "read_many",
]
