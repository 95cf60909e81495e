"""Every number that comparing goes by. ``benchmarks/matching.py`` shows how they were chosen."""

from __future__ import annotations

# Whether two wordings mean the same work: the log-odds are BIAS and the features of
# ``kinship.Features``, in their order, times these.
BIAS = -1.27
KINSHIP = (-5.69, -2.58, -1.12, 1.21, 2.96)
SAME_WORK = 0.5  # a probability
COMMON_WORD = (
    0.6  # what a word of every plan weighs where it stands in another's place; a rare one 1
)

# Which pairs are looked at: every one of two lists whose lengths multiply to no more than this, else
# so many for each unit; words that too many units share choose only among so many on either side of
# the unit's own place.
EVERY_PAIR = 900
CANDIDATES = 6
TOO_COMMON = 300
NEAREST_PLACES = 8

# What decides between pairs that are equally alike: equal numbers, months in common, the same task
# above, the same place in the plan (less the square of the distance: the order that is kept gains
# most); and before all that the same of a series (第二期 and 第二期).
SAME_OF_SERIES = 0.3
EQUAL_NUMBERS = 0.02
MONTHS_IN_COMMON = 0.02
SAME_ABOVE = 0.01
SAME_PLACE = 0.01

MOST_OPPOSED = 1.0  # more than one word in another's place is no more of another work
MOST_SHARED = 2.0  # two rare words say as surely as ten what is meant

# What is added counts as added where no more than so much rarity of words stands against it.
LITTLE = 0.5
OWN_CLAUSE = 2  # words, all of them new, that make a clause one of its own

SENTENCES = 30  # of a text that are compared, each with each
HEAD = 40  # characters of a title that says what and how at once; of a longer one its first clauses
SHORTEST_HEAD = 6  # characters before a mark that are a head
LONGEST = 400  # characters of a wording; what is longer is compared in pieces
TERMS = 60  # of a wording that say which work it is

# One that became several: how much of each part's words and of the whole's words is found on the
# other side.
PART_FOUND = 0.55
WHOLE_FOUND = 0.8
FIRM = 0.8  # the kinship from which a part that has a partner is no piece of another whole
