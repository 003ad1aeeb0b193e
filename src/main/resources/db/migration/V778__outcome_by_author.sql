CREATE INDEX IF NOT EXISTS outcome_revision_by_author ON outcome_revision (author, written_at_ms);
