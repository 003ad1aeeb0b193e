-- Which difficulties the ARS is to be told of by mail (those of before are not), when it was, and what it answered.
ALTER TABLE difficulty
  ADD COLUMN IF NOT EXISTS to_tell    BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN IF NOT EXISTS told_at_ms BIGINT NULL,
  ADD COLUMN IF NOT EXISTS ars_answer TEXT NULL;
