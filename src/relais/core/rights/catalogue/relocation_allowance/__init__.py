"""Relocation allowance: help with rent and removal for who leaves a shelter, the street or an unfit home.

Source: Brussels Government order of 13 October 2022 (numac 2022033858), changed on 7 March 2024. Authority:
Brussels Housing. Not modelled: the index after 2023, whose factor was not found, and transit housing let
socially.
"""
