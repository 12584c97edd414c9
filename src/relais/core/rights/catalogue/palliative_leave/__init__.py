"""Leave to be with someone who is dying: for whom, for how long, and what it pays a month.

Source: recovery law of 22 January 1985 (numac 1985021271), articles 100bis and 102bis; allowance: royal
decree of 12 December 2001 (numac 2001013224). Authority: the employer, who cannot refuse, and ONEM/RVA. Not
modelled: the public sector.
"""
