-- The file that was signed, as it was handed in.
CREATE TABLE IF NOT EXISTS agreement_signed (
  agreement_id BIGINT NOT NULL PRIMARY KEY,
  pdf          MEDIUMBLOB NOT NULL,
  sha256       CHAR(64) CHARACTER SET ascii NOT NULL,
  kept_by      VARCHAR(160) NOT NULL,
  kept_at_ms   BIGINT NOT NULL,
  FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
