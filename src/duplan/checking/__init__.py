"""Plan files checked as a linter checks code: which rules, which files, what was found."""
