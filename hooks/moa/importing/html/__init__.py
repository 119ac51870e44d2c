"""HTML, whole pages and fragments, as Markdown that remembers where its characters stood."""
