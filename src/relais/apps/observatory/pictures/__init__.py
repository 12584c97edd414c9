"""Figures to charts: which chart suits them, and the words in it."""

from relais.apps.observatory.pictures.choosing import Across, Groups, Lines, Map, Pairs, choose
from relais.apps.observatory.pictures.drawing import picture, sparks

__all__ = ["Across", "Groups", "Lines", "Map", "Pairs", "choose", "picture", "sparks"]
