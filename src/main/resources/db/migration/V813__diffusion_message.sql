-- One sending of one poster to one address, and what became of it.
CREATE TABLE IF NOT EXISTS diffusion_message (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    contact_id     BIGINT       NOT NULL,
    poster         CHAR(64) CHARACTER SET ascii NOT NULL,
    state          VARCHAR(16) CHARACTER SET ascii NOT NULL,
    reason         VARCHAR(500) NOT NULL,
    tries          INT          NOT NULL,
    queued_by      VARCHAR(160) NOT NULL,
    queued_at_ms   BIGINT       NOT NULL,
    next_try_at_ms BIGINT       NOT NULL,
    sent_at_ms     BIGINT,
    UNIQUE (contact_id, poster),
    INDEX (state, next_try_at_ms),
    FOREIGN KEY (contact_id) REFERENCES diffusion_contact (id)
) CHARACTER SET utf8mb4;
