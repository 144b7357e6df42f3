"""Records what the reference does on the conformance cases."""
