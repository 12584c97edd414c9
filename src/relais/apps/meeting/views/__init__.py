"""Pages of the meeting room: each reads its input, does one act or asks one question, and renders."""
