"""What the parts of a plan are for: headings, roles of sections, columns of tables."""
