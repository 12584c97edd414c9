"""What every page promises, whatever room it comes from."""
