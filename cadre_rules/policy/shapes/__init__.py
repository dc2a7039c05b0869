"""Shapes: what a policy declares in one piece and the linker writes out as FEEL trees, conditions and definitions.

One file a shape. In: models of a policy file, scopes. Out: typed trees that interpreter, kernel and explanation hold
like any other. A shape decides nothing by itself.
"""
