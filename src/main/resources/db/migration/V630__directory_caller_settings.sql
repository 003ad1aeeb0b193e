-- What a caller meets on the line. NULL: the physician is rung, with music.

ALTER TABLE territory
    ADD COLUMN IF NOT EXISTS when_no_key   VARCHAR(16),
    ADD COLUMN IF NOT EXISTS waiting_sound VARCHAR(16);
