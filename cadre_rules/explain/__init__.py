"""Decisions and their explanations: outcomes inflated into findings, needs and changes, worded, and written as data."""
