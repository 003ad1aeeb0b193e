-- What the advice was, what was at hand and what the day team is asked; NULL when it was not said. Rebuilt from the outcomes like the rest.
ALTER TABLE counted_call
  ADD COLUMN IF NOT EXISTS advice_nature VARCHAR(24) NULL,
  ADD COLUMN IF NOT EXISTS information   VARCHAR(120) NULL,
  ADD COLUMN IF NOT EXISTS hand_over     VARCHAR(80) NULL;
