"""What is said when a document cannot be read whole: the line, the reason, what to do."""

from __future__ import annotations


class AdviceError(ValueError):
    """The document is an advice, but something in it is lost, doubled or out of order.

    `line` counts from 1 in the text that was read; 0 means the document as a whole.
    """

    def __init__(self, reason: str, *, line: int = 0, remedy: str) -> None:
        self.reason = reason
        self.line = line
        self.remedy = remedy
        place = f"line {line}: " if line else ""
        super().__init__(f"{place}{reason}. What to do: {remedy}.")


class NotAnAdvice(AdviceError):
    """The text has nothing of an advice with measures."""
