"""The commands: one command = one public function."""
