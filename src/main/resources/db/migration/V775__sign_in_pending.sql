CREATE TABLE IF NOT EXISTS sign_in_pending (
  token_hash CHAR(64)    NOT NULL PRIMARY KEY,
  account_id VARCHAR(36) NOT NULL,
  started_at DATETIME(3) NOT NULL,
  KEY sign_in_pending_age (started_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
