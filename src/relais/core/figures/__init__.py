"""Figures to shapes: counts, amounts and dates become boxes, lines and words at coordinates. No drawing here.

A template draws the shapes as SVG, with a title, a description, and the same figures as a table beneath.
"""

from relais.core.figures.amounts import Amount, amounts
from relais.core.figures.axes import Days, Values, values
from relais.core.figures.scales import Scale, ticks
from relais.core.figures.shapes import Box, Figure, Line, Rule, Words
from relais.core.figures.stacked import Bar, Part, stacked
from relais.core.figures.steps import Step, Steps, steps
from relais.core.figures.timeline import Mark, timeline

__all__ = [
    "Amount", "Bar", "Box", "Days", "Figure", "Line", "Mark", "Part", "Rule", "Scale", "Step", "Steps",
    "Values", "Words", "amounts", "stacked", "steps", "ticks", "timeline", "values",
]  # fmt: skip
