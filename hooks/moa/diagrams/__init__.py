"""Diagrams: SVG files with the words of every language, and the figures that a language makes of them."""
