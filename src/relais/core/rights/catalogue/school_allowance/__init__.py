"""The Flemish school allowance, for pupils of Dutch-language schools in Brussels too.

Source: Groeipakket decree of 27 April 2018 (numac 2018040369), articles 24 and 46 to 48. Authority: the
payer of the Groeipakket. Not modelled: ordinary secondary education, whose amounts were not found; the
index; the thresholds after 2020-2021, which were found without their year; how the allowance reaches
families whose child benefit is paid in Brussels.
"""
