-- To whom a notice is written and for which territory: whether it left is shown to whoever coordinates it.
ALTER TABLE notice
    ADD COLUMN IF NOT EXISTS territory VARCHAR(32),
    ADD COLUMN IF NOT EXISTS physician_id VARCHAR(36),
    ADD INDEX IF NOT EXISTS notice_of_territory (territory, queued_at);
