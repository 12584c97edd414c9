"""Federal income tax of a parent taxed alone: tax-free sum, supplements, refundable credit, childcare.

Source: Income Tax Code 1992, articles 130 to 136 and 145/35. Authority: federal finance service. The law
of a day is that of the income of its year. Not modelled: joint assessment, regional and municipal tax,
other reductions, the year of a death or separation, the exception of article 126.
"""
