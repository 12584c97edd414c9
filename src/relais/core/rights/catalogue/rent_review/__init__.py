"""Rent review in Brussels: when a rent is presumed abusive against the reference rent of the grid.

Source: ordinance of 28 October 2021, articles 8 to 13, in force since 1 May 2025. Authority: the Joint
Rental Commission for an opinion, the justice of the peace for a decision. Not modelled: the grid itself, so
the reference rent is asked; special qualities that the landlord proves; fees.
"""
