"""The store: tables, the one writer, migrations."""
