"""Figures on single-parent families: what is measured, by whom, since when, and how well it is known.

Nouns: an *indicator* is a question (data/indicators/); a *definition* is one way of counting it: which
family, of whom, in which unit; an *observation* is one value of a definition for a place, a period and a cut;
a *source* says values in *releases*, and a later release supersedes without erasing.
Decided in public: indicators, dimensions, families, first figures (files/, loader.py). Declared by people:
releases that they import (importing/, proposals/, protecting/) and a second person accepts. Computed: what is
current, as of a day (reading/), beside each other (comparing/), in lists (registers/), of a year (yearly/).
Neighbours: core.figures (cube, charts, disclosure); the plan stands above and links measures to indicators.
"""
