"""Reads spreadsheets: xlsx, xls, ods and separated values become titles, tables and notes."""
