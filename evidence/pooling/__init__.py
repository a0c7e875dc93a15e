"""Many effects made one: what is pooled, by which model, how sure it is, and how it leaves for R."""
