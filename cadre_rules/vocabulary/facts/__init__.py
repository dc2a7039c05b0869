"""The facts: one typed section for each part of a record, declared once, in both languages."""
