"""The search index: what the pages of one language say, cut into small files from which a browser takes what it needs."""
