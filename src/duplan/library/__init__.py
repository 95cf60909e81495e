"""A folder of plan documents as a library: read once, remembered, asked for its plans and months.

What this room imports at the top of its modules is what an answer from the cache needs, and no more:
a second call over a thousand files takes a few hundredths of a second.
"""

from duplan.library.library import Library, Problem
from duplan.library.queries import Listed

__all__ = ["Library", "Listed", "Problem"]
