-- `revision`: that of the draft when this date last changed.
CREATE TABLE IF NOT EXISTS rota_draft_change (
    draft_id  BIGINT NOT NULL,
    duty_date DATE   NOT NULL,
    revision  BIGINT NOT NULL,
    PRIMARY KEY (draft_id, duty_date),
    FOREIGN KEY (draft_id) REFERENCES rota_draft (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
