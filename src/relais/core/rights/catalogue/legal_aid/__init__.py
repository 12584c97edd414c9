"""Second-line legal aid: a lawyer free of charge, or for a part, by the means of the household.

Source: Judicial Code, articles 508/1 to 508/25, thresholds in article 508/13/1 (law of 31 July 2020).
Authority: the legal aid office of the bar. First-line advice is free for everyone. Not modelled: who is
presumed to have no means, exceptional debts, the part to be paid when aid is partly free; means are those
that the office counts. The decree of 18 December 2003 was repealed on 1 September 2020 and is not used.
"""
