"""The cube of figures: what a cell is called, when it is about, and what each edition said of it.

A *cell* is one definition, for one place, period and cut (sex=F&age=20-59; the total has no cut).
An *edition* of a source says the values of cells on the day it came out; a later one supersedes it, and never
erases it.
"""

from relais.core.figures.cube.cells import Cell, Said
from relais.core.figures.cube.cuts import PLACE, TOTAL, WrongCut, cut_of, parts_of
from relais.core.figures.cube.editions import Change, changes
from relais.core.figures.cube.periods import Period, WrongPeriod, period_of

__all__ = [
    "PLACE", "TOTAL", "Cell", "Change", "Period", "Said", "WrongCut", "WrongPeriod", "changes", "cut_of",
    "parts_of", "period_of",
]  # fmt: skip
