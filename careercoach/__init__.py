"""CareerCoach: a self-hosted career coach."""

import gc

# By default Python looks for circular garbage after every 700 new objects, and an app of this size makes hundreds of
# thousands while it starts: looking was a seventh of the start.
gc.set_threshold(25_000, 20, 20)
