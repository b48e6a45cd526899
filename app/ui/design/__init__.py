"""One design system: tokens to style sheet, palette, painter colours, fonts and icons."""
