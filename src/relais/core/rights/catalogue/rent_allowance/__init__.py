"""The Brussels rent allowance: help with the rent for who waits for social housing.

Source: Brussels Government order of 15 July 2021 (numac 2021032702), changed on 5 October 2023. Authority:
Brussels Housing. Not modelled: which income the social housing register holds, suspension and loss during
the five years, renewal, the index after 2023, whose factor was not found.
"""
