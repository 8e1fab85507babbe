"""What another answer would change: scenarios side by side, and the neighbors of one."""
