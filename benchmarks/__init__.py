"""Measurements of speed. They are printed, never asserted."""
