-- Drafts put aside under a name, to be compared with the one under work, whose name is empty.
ALTER TABLE rota_draft
    ADD COLUMN name VARCHAR(60) NOT NULL DEFAULT '',
    ADD UNIQUE INDEX rota_draft_by_name (territory, quarter, name),
    DROP INDEX territory;
