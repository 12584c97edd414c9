"""Acts of the meeting room: groups, meetings, decisions. Each leaves one event."""
