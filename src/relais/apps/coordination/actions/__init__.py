"""Every act of coordination. Each asks permission, writes with the trail, in one transaction."""
