"""Moa gathers overlapping notes into one bilingual book; this package holds its rules as pure functions over texts."""
