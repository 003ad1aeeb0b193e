-- Where the physicians of a territory reach its coordination.
ALTER TABLE territory ADD COLUMN IF NOT EXISTS coordination VARCHAR(16) NULL;
