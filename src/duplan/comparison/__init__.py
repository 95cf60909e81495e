"""What the plans of two years keep, change, move, add and drop."""
