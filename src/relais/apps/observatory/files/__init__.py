"""What the files of the observatory in `data/` hold: their shape, the line of each record, their checks."""
