"""What the benchmark measures must be one law: engines that need no installation give the same euros."""
