"""What the apps' interfaces are made of. Imports no app."""
