-- Why somebody on duty is rung after the others: NULL as the version before writes it, an astreinte that keeps priority.
ALTER TABLE rota_busy ADD COLUMN IF NOT EXISTS reason VARCHAR(16) NULL;
