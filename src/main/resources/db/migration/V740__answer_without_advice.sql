-- What the caller said they would have done without the advice; NULL when nobody asked. Rebuilt from the outcomes like the rest.
ALTER TABLE counted_call ADD COLUMN IF NOT EXISTS without_advice VARCHAR(24) NULL;
