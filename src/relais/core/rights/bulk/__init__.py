"""Millions at once: columns over blocks of whole households, compiled, or through Parquet and Dask.

`populations` and `plans` are what is computed and in which order; `batch` does it with numpy, `compiled` with
JAX; `parts` maps it over files; `winners` counts who wins and who loses. What must be installed for it is
asked for when it is used (`extras`).
"""
