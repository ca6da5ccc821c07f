"""Quality: the gate and its floors, the rivals behind one signature, the report, the page of the rules for speakers.
In: corpora beside the checkout; out: figures. Imports sayso, never the reverse.

Everything is measured with the roster that ships, whatever the user's own holds.
"""

import os
from pathlib import Path

os.environ["SAYSO_ROSTER"] = str(Path(__file__).with_name("none.csv"))
