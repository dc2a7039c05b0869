"""The closed vocabularies: every value with one English and one Chinese name.

The place of a value in its enumeration is its code in the kernel, so new values are added at the end of an
unordered enumeration; a change to an ordered one changes stored traces.
"""
