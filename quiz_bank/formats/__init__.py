"""Question banks in files: the native one, its faults told by line and column."""
