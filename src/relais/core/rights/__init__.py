"""Rights as code: what the law gives a family on a day, why, and what would change.

Nouns: a *right* is a folder of `catalogue/` with its rules, parameters, inputs, texts and cases. A *rule* is
a plain function whose argument names are what it depends on. The *book* is all rights as written; a *law* is
the book on one day: every name resolved, every unit checked. One law is evaluated in several ways that must
agree to the cent: one household *explained* (`engine`, and `words` for what is said of it), and many in
*columns* (`bulk`: numpy, JAX, Parquet). `changing` is what happens in a family and what is coming; `reforms`
is what another law would do.

Pure Python; numpy is needed for columns alone, and pyarrow, Dask and JAX (`bulk.extras`) only by who uses
them.
"""
