// Worklists
