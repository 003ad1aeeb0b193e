-- Counts the changes of a row: whoever saves says which one they read, so that nobody undoes what they did not see.
ALTER TABLE territory ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE establishment ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE physician ADD COLUMN version INT NOT NULL DEFAULT 0;
