"""The API keeps what its OpenAPI document promises."""
