"""Study allowance of the French Community, for secondary and higher education.

Source: decree of 18 November 2021 (numac 2021022504); order of 21 September 2016 (numac 2016029498),
articles 2 to 4. Authority: the French Community (FWB), directorate of study allowances. Not modelled: the
index since 2021, whose figures were not found; who counts as a dependant, so the number is asked;
conditions of nationality and of the study itself.
"""
