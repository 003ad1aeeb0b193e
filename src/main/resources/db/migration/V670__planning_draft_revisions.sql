-- A draft says when each date last changed, so that who decides on what they read is told where somebody was before them.
ALTER TABLE rota_draft ADD COLUMN IF NOT EXISTS revision BIGINT NOT NULL DEFAULT 0;
