"""Files of producers to cells: one module for each format, chosen by the recipe. Touches no database."""

from relais.apps.observatory.importing.incoming import Incoming

__all__ = ["Incoming"]
