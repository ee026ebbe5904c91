"""What the app does for its pages, by what they are about: each module a part of the app with its handlers."""
