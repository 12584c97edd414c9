"""Tables as files, and files as tables: CSV and XLSX, for exports, freezes and work by file.

`tables` are rows with columns; `files` writes them; `incoming` reads what someone sends; `verdicts` says of
each row what an import would do with it. A `working` copy is a workbook to fill in, `cells` how its values
are written; `workbooks` reads it back, and `taking` does what its rows ask.
A `dataset` is tables that are frozen: written in one way, so that their hash is a proof;
`years` are those that may be.
`calendars` are days as a file that agendas read.
Rooms that are loaded from files write their rows by `loader`.
"""
