"""A library of made-up entries that looks like a researcher's own: words, persons, works, layouts, duplicates, trouble."""
