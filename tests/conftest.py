"""Settings of the whole suite."""

import os
from pathlib import Path

from hypothesis import settings

# Nobody's own office-holders change what a test sees.
os.environ["SAYSO_ROSTER"] = str(Path(__file__).with_name("none.csv"))

# A test may load the model, and a machine may be busy: a slow example is no fault.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
