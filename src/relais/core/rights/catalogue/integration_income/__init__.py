"""Integration income (leefloon, revenu d'intégration): categories, amounts, means that count, exemptions.

Source: law of 26 May 2002 (numac 2002022559), articles 3, 4, 7, 14 and 16; royal decree of 11 July 2002
(numac 2002022564), articles 22, 25, 27, 33 to 35. Authority: the public welfare centre of the
municipality. Not modelled: equivalent aid, the homeless, artists, shortage occupations, what the centre
may require or judge.
"""
