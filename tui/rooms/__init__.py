"""Live rooms on screens: the list, the host's, the players' and the projector's; and line by line."""
