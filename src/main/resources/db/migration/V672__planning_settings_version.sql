-- Two coordinators who change the settings on the same reading: the second is told.
ALTER TABLE planning_settings ADD COLUMN IF NOT EXISTS version INT NOT NULL DEFAULT 0;
