"""Brussels child benefit: base, supplements (social, orphan, affection, age), premiums, kept amounts.

Source: Ordinance of the Joint Community Commission of 25 April 2019 (numac 2019012118), articles 3, 4, 7
to 9, 11 to 13, 15 to 17, 25, 26, 29, 35 and 39. Authority: Iriscare; paid by Famiris and the private
funds. Not modelled: children in institutions, who is paid (art. 19, asked instead), the amount kept from
the old act (asked instead), the presumption of a low income, and what right.yaml names besides.
"""
