"""Figures to shapes: counts, amounts and dates become boxes, rules and words at coordinates. No drawing here.

A template draws the shapes as SVG, with a title, a description, and the same figures as a table beneath.
"""

from relais.core.figures.amounts import Amount, amounts
from relais.core.figures.scales import Scale, ticks
from relais.core.figures.shapes import Box, Figure, Rule, Words
from relais.core.figures.stacked import Bar, Part, stacked
from relais.core.figures.timeline import Mark, timeline

__all__ = [
    "Amount", "Bar", "Box", "Figure", "Mark", "Part", "Rule", "Scale", "Words", "amounts", "stacked", "ticks",
    "timeline",
]  # fmt: skip
