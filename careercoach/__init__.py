"""CareerCoach: a self-hosted career coach."""

import gc

# By default Python looks for circular garbage after every 700 new objects, and an app of this size makes a hundred
# thousand while it starts and thousands for a page or a file: a seventh of the start and a tenth of the rest.
gc.set_threshold(25_000, 20, 20)
