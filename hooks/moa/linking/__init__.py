"""Where every link of a built page leads: references, plain links, mentions of terms, and the way back."""
