"""When the work of plans is due: the times of schedules, tasks and goals, month by month."""
