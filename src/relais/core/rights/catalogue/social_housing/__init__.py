"""Social housing in Brussels: who may register, how many priority titles, how many bedrooms.

Source: Brussels Government order of 26 September 1996 (numac 1996031386), articles 3, 5, 8, 10 and 31.
Authority: SLRB/BGHM and its companies. Not modelled: exceptions to the rule on property, the uplift for
priority agreements (art. 37), moderate and medium housing, other couples in the household.
"""
