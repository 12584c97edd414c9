"""What parents pay in a crèche of ONE: nothing with the increased reimbursement, 70 % for a single parent.

Source: order of the French Community of 24 November 2022; scales: orders of 27 February 2003 and 2 May 2019
(art. 125). Authority: ONE. Not modelled: the scales themselves, which were not found, so the amount of the
scale is asked; half days; who counts as a single parent.
"""
