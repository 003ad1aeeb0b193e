-- For whom a territory's line answers. NULL: as before, adults.
ALTER TABLE territory ADD COLUMN IF NOT EXISTS patients VARCHAR(20) NULL;
