"""Turn any raw note into clean Markdown pages, with every character accounted for."""
