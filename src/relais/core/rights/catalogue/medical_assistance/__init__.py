"""Leave to assist someone who is seriously ill: for whom, in which forms, for how long, and what it pays.

Source: royal decree of 10 August 1998 (numac 1998012671), articles 3 to 8; allowance: royal decree of 12
December 2001 (numac 2001013224). Authority: the employer for the leave, ONEM/RVA for the allowance. Not
modelled: the length of blocks, postponement by seven days, how full and partial leave count together, the
variant for a child in hospital (art. 6ter), which is told in words.
"""
