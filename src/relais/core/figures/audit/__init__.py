"""The audit of figures: what printed numbers say of each other, recomputed. Nothing is mended, all is shown.

A finding is no verdict: it sets two values side by side, the one that was said and the one that follows from
other figures, and leaves it to a person to know which is right.
"""

from relais.core.figures.audit.auditing import audit
from relais.core.figures.audit.figure import Figure, Finding, Kind, Meaning, Structure

__all__ = ["Figure", "Finding", "Kind", "Meaning", "Structure", "audit"]
