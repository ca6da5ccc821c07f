"""How the models are made. torch lives here only; this imports sayso, never the reverse."""
