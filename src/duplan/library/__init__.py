"""A folder of plan files: finding and reading them once, choosing and asking."""
