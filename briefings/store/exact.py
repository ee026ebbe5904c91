"""What may be stored, the same in every database: they differ in what they let pass."""

from __future__ import annotations

import json

#: JSON as it is stored; NaN and infinities, which SQLite takes and PostgreSQL does not, raise ValueError
strict_json = json.JSONEncoder(allow_nan=False).encode
