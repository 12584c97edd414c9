"""Advances on maintenance for children that the other parent does not pay, and its collection (DAVO/SECAL).

Source: law of 21 February 2003 creating the service, without an income ceiling since the law of 2 July
2020, as the service tells it. Authority: federal public service Finance. Not modelled: the time before
that law, claims from before 2015, the order in which what is recovered is shared out.
"""
