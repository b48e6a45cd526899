"""What the program ships beside its code: design tokens, fonts, icons, rule tables."""
