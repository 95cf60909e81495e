"""The monthly schedule, from headings, lists and tables."""
