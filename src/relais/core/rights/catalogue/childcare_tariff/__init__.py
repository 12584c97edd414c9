"""The income tariff of childcare subsidised by Opgroeien: what a day costs.

Source: ministerial order of 23 April 2014 (numac 2014203367), articles 17 to 28, in the version of the
order of 23 October 2025. Authority: Opgroeien. Not modelled: the index, whose figures were not found, so
the amounts are those of the order; which situation gives which individual reduced tariff, since article 34
of the subsidy order was not read; more than eleven hours a day.
"""
