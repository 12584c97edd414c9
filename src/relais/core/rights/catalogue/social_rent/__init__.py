"""Social rent: what a family pays in social housing, and how children lower it.

Source: Brussels Government order of 26 September 1996 (numac 1996031386), articles 57 to 61. Authority:
SLRB/BGHM and its companies. Not modelled: the supplement for an over-large dwelling, charges, the deposit.
Amounts of 2024 are those of 2016 times the index that the admission ceilings give.
"""
