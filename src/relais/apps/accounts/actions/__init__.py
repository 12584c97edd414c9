"""Every act on people, invitations and organisations."""
