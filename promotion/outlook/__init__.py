"""What the rest of a year is likely to bring, from the projects that stand in the library.

Projects stand at a stage (lead, talks, signed) until they reach a later one or are closed. From
the spells begun in the three years up to a day comes, for every number of days, the chance to
leave on that day of those that have stood so long: the estimator of Kaplan and Meier with several
ways out, called Aalen and Johansen's. A spell not yet ended counts up to the day only (it is
censored), a closed project leaves for good. From there (`stages.py`):

- A project that has stood at its stage for s days signs (or lands) by the year's end with the
  chance of those that stood as long, over the stages still before it, added up over the days on
  which each can be reached.
- New projects come at the rate of the last twelve runs of thirty days, and go the same way.
- Investment signed: each project's chance times its agreed investment; where that is unknown, and
  for new projects, times the mean of past signings, those of unknown amount counting nothing.
- Foreign capital received (`receipts.py`): each contract times the share of contracts that past
  ones received so long after signing, amounts added before they are divided; contracts still to be
  signed likewise.

The interval (`forecasting.py`) holds four fifths of 400 repetitions: the history is drawn anew a
hundred times, every spell and contract as often as chance has it (Poisson, which is the bootstrap
for grouped counts), and each time four times what becomes of the projects. The seed is fixed: the
same ledgers give the same numbers. Nothing is forecast from fewer than `LEAST_BASE` past events of
the kind.

Not foreseen: seasons, trends, a shock that strikes all at once, and what takes longer than the
history reaches.
"""
