-- When a wish was declared: an absence that came after an act is the later word. Absent for those of before.
ALTER TABLE wish ADD COLUMN IF NOT EXISTS declared_at DATETIME(3) NULL;
