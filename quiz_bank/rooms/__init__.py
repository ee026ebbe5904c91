"""Live rooms: one question to many people at once; what happened in a room is an append-only list of events."""
