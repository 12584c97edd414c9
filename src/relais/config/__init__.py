"""How the house is put together: settings, addresses, the server's entry point. All from the environment."""
