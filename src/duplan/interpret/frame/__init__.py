"""What stands around the plans and says whose they are: notice, titles, signatures, index box."""
