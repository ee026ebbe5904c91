"""The line mode: the same tasks for pipes, scripts and screen readers."""
