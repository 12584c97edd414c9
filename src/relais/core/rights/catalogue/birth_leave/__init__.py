"""Birth leave of the other parent: how many days, and who pays them.

Source: law of 3 July 1978 (numac 1978070303), article 30 § 2; royal decree of 3 July 1996, article 223bis.
Authority: the employer for three days, the mutuality for the rest. Not modelled: what the mutuality pays,
82 % of the wage up to a ceiling that was not found; a partner who is not a parent.
"""
