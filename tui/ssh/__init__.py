"""Many people on one box: the SSH server, one app instance a session."""
