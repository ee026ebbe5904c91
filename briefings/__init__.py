"""The ground floor: articles are read, facts extracted and reconciled into claims, a briefing composed."""
