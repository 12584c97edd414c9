"""Unemployment benefit: family category, least amounts, length of the right, and the calendar of its end.

Source: royal decree of 25 November 1991 (numac 1991013192), articles 110, 114 and 115; programme law of
18 July 2025; amounts of the federal unemployment service. Authority: that service. Not modelled: the
amount from the wage before March 2026, the insertion allowance, alternating residence, special cases of
article 110.
"""
