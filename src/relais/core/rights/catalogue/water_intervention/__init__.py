"""Brussels social intervention for water.

Source: Brussels ordinance of 20 October 2006 and government decree of 1 June 2022, as told by a social
energy service. Authority: the Region; Vivaqua. Not modelled: amounts, the route for a shared meter.
"""
