"""An edition that someone proposes: what is kept of it, what it changes, what speaks for and against."""
