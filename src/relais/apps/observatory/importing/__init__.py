"""Files of producers to cells: one module for each format, chosen by the recipe. Touches no database."""

from relais.apps.observatory.importing.incoming import Incoming
from relais.apps.observatory.importing.known import Known, known_of
from relais.apps.observatory.importing.reading import read
from relais.apps.observatory.importing.tidy import tidy_schema

__all__ = ["Incoming", "Known", "known_of", "read", "tidy_schema"]
