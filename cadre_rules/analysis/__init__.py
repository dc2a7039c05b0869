"""Looks at policies without running them: what rules rest on, and whether they keep to principles."""
