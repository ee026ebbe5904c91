"""The top floor: everything a person meets, command line, app and line mode."""
