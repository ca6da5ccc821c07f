"""Quality: the gate and its floors, the rivals behind one signature, the report. In: corpora beside the checkout; out:
figures. Imports sayso, never the reverse."""
