-- Beginnings of numbers that a territory may dial, separated by a space. NULL: the site's.
ALTER TABLE territory
    ADD COLUMN IF NOT EXISTS dial_physicians VARCHAR(400),
    ADD COLUMN IF NOT EXISTS dial_lines      VARCHAR(400),
    ADD COLUMN IF NOT EXISTS dial_callers    VARCHAR(400);
