"""Where the 19 municipalities stand as equal tiles: most neighbours are neighbours here too."""

# By NIS code: column, row. Only the corner at the bottom left is empty.
PLACES = {
    "21008": (0, 0), "21010": (1, 0), "21015": (2, 0), "21006": (3, 0),
    "21003": (0, 1), "21011": (1, 1), "21014": (2, 1), "21018": (3, 1),
    "21012": (0, 2), "21004": (1, 2), "21005": (2, 2), "21019": (3, 2),
    "21001": (0, 3), "21013": (1, 3), "21009": (2, 3), "21002": (3, 3),
    "21007": (1, 4), "21016": (2, 4), "21017": (3, 4),
}  # fmt: skip
COLUMNS, ROWS = 4, 5
