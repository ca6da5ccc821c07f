"""Attribution by rules over syntax: who says what in a parsed text; what the step `tag` is made of where no model that
was trained on attributions reads the language."""
