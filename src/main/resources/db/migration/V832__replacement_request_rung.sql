-- Which rung the physician cannot hold any more. Of the version before, all are of the first; it takes one of the back-up for answered.
ALTER TABLE replacement_request
    ADD COLUMN IF NOT EXISTS rung VARCHAR(8) NOT NULL DEFAULT 'FIRST';
