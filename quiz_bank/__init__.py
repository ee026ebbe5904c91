"""The middle floor: questions, keys, grading, bank files, sessions and what trainees remember."""
