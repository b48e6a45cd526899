"""What the window shows, without a widget: the floor as known, its order, its words."""
