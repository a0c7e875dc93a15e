"""How sure a body of evidence makes us: what the record tells of each step of GRADE, and what it takes a person for."""
