"""The ground floor: what Relais knows, in pure Python, without a web framework or a database."""
