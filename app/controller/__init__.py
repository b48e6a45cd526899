"""Use cases, one file an intent: each takes who asks, what for and the instant, and answers with a value."""
