"""The running side of the models: numpy and onnxruntime, no torch. ``en/`` is the English pack."""
