"""Times as plans write them, read into months (stub: being written)."""
