"""What templates of the balance say of values."""
