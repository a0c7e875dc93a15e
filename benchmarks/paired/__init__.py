"""Pairs of records of which it is known whether they tell of one work, made as real records differ."""
