"""Time credit with a motive: the right to be absent, the right to an allowance, and what it pays a month.

Source: collective agreement 103 of 27 June 2012, as changed by 103/6 and 103/7, for the leave; royal decree
of 12 December 2001 (numac 2001013224), articles 4 and 5, for the allowance. Authority: the employer for the
leave, ONEM/RVA for the allowance. Private sector only. Not modelled: supplements for seniority and age,
which ended on 1 February 2023; what 103/7 changed in 2026, which was not read; hours of training; two half-
time jobs.
"""
