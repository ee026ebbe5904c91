"""What trainees answered and what they are due."""
