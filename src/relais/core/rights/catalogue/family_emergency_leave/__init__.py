"""Days off when something urgent happens in the family, and days to care for someone who is ill.

Source: law of 3 July 1978 on employment contracts (numac 1978070303), article 30bis. Authority: the
employer. Both are unpaid, unless a collective agreement says otherwise. Not modelled: collective agreements
that are better.
"""
