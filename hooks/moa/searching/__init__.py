"""The search index: what the pages of a language say, in small files from which a browser takes what it needs."""
