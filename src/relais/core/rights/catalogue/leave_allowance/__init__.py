"""What ONEM/RVA pays each month during thematic leave, and when a single parent gets more.

Source: royal decree of 12 December 2001 (numac 2001013224), articles 6/2 to 8. Authority: ONEM/RVA. The
right to be absent is another matter: parental, medical, palliative and carers' leave each have a folder.
Not modelled: leave by the week, two part-time jobs, other work or a pension beside the allowance (art. 7
and 8), the public sector.
"""
