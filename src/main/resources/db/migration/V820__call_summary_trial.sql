-- An « appel d'essai »: in the trace, and counted nowhere.
ALTER TABLE call_summary ADD COLUMN IF NOT EXISTS trial BOOLEAN NOT NULL DEFAULT FALSE;
