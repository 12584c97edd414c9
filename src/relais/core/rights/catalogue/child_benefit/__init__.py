"""Brussels child benefit: base and social supplement.

Source: Ordinance of the Joint Community Commission of 25 April 2019 (numac 2019012118), articles 3, 7, 9, 11,
25, 29 and 35. Authority: Iriscare; paid by Famiris and the private funds. Not modelled yet: orphans, children
with an affection, foster children and institutions, the age supplement, the birth premium, kept amounts of
the old act (art. 39).
"""
