"""Made-up entries as a researcher's library holds them: words, persons, works, layouts, duplicates, trouble."""
