-- The last date that has a duty, where the line is joined to another; NULL while nothing ends it.
ALTER TABLE perimeter ADD COLUMN IF NOT EXISTS last_day DATE;
