"""The commands, one module each: `run(call)` prints what was asked for and returns the exit code."""
