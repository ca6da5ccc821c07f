"""Every error that sayso raises on purpose. In: what went wrong; out: one of these, which names the thing, its value,
the rule that it breaks and the next step.

    SaysoError
    ├── InputError          the input cannot be read: missing, empty, binary, not an article, broken line
    │   └── LanguageError   the text is in a language that sayso cannot read
    ├── RecordError         a record breaks a rule: a span backwards, a JSON record that is none
    ├── RosterError         a table of office-holders breaks a rule, or a file to take holders from cannot be read
    ├── LedgerError         a ledger cannot be opened or written, or is of a newer version
    │   └── MissingError    what is asked for is not in the ledger
    ├── QueryError          a search cannot be read
    ├── ExportError         statements cannot be written in a format, or a file is none that sayso wrote
    ├── WebError            a request to the web page is refused
    └── ModelError          the model pack is missing, damaged, or of another format
"""


class SaysoError(Exception):
    """The root: catch this to catch every error that sayso raises on purpose."""


class InputError(SaysoError):
    """The input cannot be read: the message names it, says why, and what to do."""


class LanguageError(InputError):
    """The text is in a language that sayso has no model for."""


class RecordError(SaysoError, ValueError):
    """A record breaks its own rule, or a JSON text is not the record that it should be."""


class RosterError(SaysoError, ValueError):
    """A table of office-holders breaks a rule, or a file to take them from cannot be read: the message names the file,
    the row, the value and the rule."""


class LedgerError(SaysoError):
    """A ledger cannot be opened, read or written, is none of sayso's, or of a newer version: the message names it and
    says what to do."""


class MissingError(LedgerError):
    """What is asked for, an article, a statement, somebody or a correction, is not in the ledger."""


class QueryError(SaysoError, ValueError):
    """A search cannot be read: the message names the character, says what is wrong and what may stand there."""


class ExportError(SaysoError, ValueError):
    """Statements cannot be written in a format, or a file read back is none that sayso wrote: the message says which
    and what to do."""


class WebError(SaysoError):
    """A request to the web page is refused, or the page cannot be served so: the message says why and what to do.
    ``status`` is that of HTTP."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


class ModelError(SaysoError):
    """The model pack is missing, damaged, or of a format that this version does not read."""
