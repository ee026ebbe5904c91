"""The store: tables, the two back ends, how it is read and written, migrations."""
