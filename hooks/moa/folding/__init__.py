"""Said once: pages of the guide take in what the notes say, and pages of notes fold away what is told there."""
