"""FEEL, the condition language (OMG DMN 1.5): text to tree to types to values; knows nothing of cadres or policies."""
