"""Federal social tariff for electricity and gas (sociaal tarief, tarif social).

Source: acts of 12 April 1965 (gas) and 29 April 1999 (electricity), royal decree of 29 March 2012.
Authority: federal economy service. Not modelled: prices, the premium for shared installations.
"""
