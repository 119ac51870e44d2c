"""The subcommands of `moa`: each reads a tree, calls a pure function, and prints or writes what it says."""
