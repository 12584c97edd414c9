"""Tables as files, and files as tables: CSV and XLSX, for exports, freezes and work by file."""
