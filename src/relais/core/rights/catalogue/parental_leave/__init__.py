"""Parental leave: who may take it, how much is left, and what it pays a month.

Source: royal decree of 29 October 1997 (numac 1997012760) and collective agreement 64 for the leave; royal
decree of 12 December 2001 (numac 2001013224) for the allowance. Authority: the employer for the leave,
ONEM/RVA for the allowance. Not modelled: postponement by the employer, the length of blocks, adoption after
birth, leave by the week.
"""
