"""The commands, a module each: `add_arguments(parser)`, `run(args) -> exit status`."""
