"""Who may be called now, and why not. Pure: facts and an instant in, a decision that names every failed rule out."""
