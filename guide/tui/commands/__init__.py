"""What a reader can do: one class per command."""
