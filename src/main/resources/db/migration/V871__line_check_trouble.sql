-- Why the last attempt of an open check led to nobody, in French, where that is known; of a failure that was not the physician's, when
-- it is tried again, and how many there were one after the other.
ALTER TABLE line_check
  ADD COLUMN IF NOT EXISTS why VARCHAR(200) NULL,
  ADD COLUMN IF NOT EXISTS not_before_ms BIGINT NULL,
  ADD COLUMN IF NOT EXISTS failures INT NOT NULL DEFAULT 0;
