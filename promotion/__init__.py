"""Everything about investment promotion that is true without a browser."""
