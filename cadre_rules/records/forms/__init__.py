"""Readers of the forms that records are kept in outside of this project."""
