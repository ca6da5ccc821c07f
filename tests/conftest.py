"""Settings of the whole suite."""

from hypothesis import settings

# A test may load the model, and a machine may be busy: a slow example is no fault.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
