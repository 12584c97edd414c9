"""The API: one OpenAPI document made of each room's router."""
