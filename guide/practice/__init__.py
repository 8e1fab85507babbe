"""Cases to decide: what is asked alone or in a room, and what is known of the answers."""
