"""Increased reimbursement of health care (verhoogde tegemoetkoming, intervention majorée, BIM).

Source: coordinated law of 14 July 1994, article 37, § 19; royal decree of 15 January 2014 (numac
2014022013), as told by insurance funds. Authority: the insurance funds, under the federal institute for
health insurance. Not modelled: the automatic route after a look at the income (since October 2024), and
when the right ends.
"""
