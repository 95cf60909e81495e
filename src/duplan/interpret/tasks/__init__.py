"""Goals and key tasks, from headings, items and tables."""
