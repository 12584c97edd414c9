"""The command line: `relais load · check · import · export · serve`."""
