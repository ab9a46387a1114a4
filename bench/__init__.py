"""Speed, each figure beside its raw counterpart of the same run: `python -m bench [--quick] [module ...]`."""
