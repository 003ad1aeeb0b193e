-- What a territory decides of its own service. NULL: as before.
ALTER TABLE territory
    ADD COLUMN IF NOT EXISTS alerts           VARCHAR(254) NULL,
    ADD COLUMN IF NOT EXISTS paediatric       VARCHAR(16)  NULL,
    ADD COLUMN IF NOT EXISTS admits_unknown   BOOLEAN      NULL,
    ADD COLUMN IF NOT EXISTS keeps_samu_files BOOLEAN      NULL,
    ADD COLUMN IF NOT EXISTS host_rule        VARCHAR(16)  NULL;
