"""Adoption leave: how many weeks a parent may take when a child is adopted.

Source: law of 3 July 1978 (numac 1978070303), article 30ter. Authority: the employer for the leave, the
mutuality for the allowance. Not modelled: the amount of the allowance, which was not found; the start of
the leave abroad for an international adoption; how the weeks for a disability and for several children go
together, read here as doubling first.
"""
