"""Pages of accounts: one's own, people, invitations, organisations, and the trail."""
