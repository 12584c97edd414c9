"""Leave for recognised informal carers, and what it pays a month.

Source: recovery law of 22 January 1985 (numac 1985021271), articles 100ter and 102ter, as changed by the
law of 22 March 2026; recognition: law of 12 May 2014. Authority: the mutuality recognises, the employer
gives leave, ONEM/RVA pays. Not modelled: durations before September 2021, leave by the week or by single
months, which the law of 2026 opens by agreement and for which no decree was found.
"""
