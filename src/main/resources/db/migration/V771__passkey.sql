CREATE TABLE IF NOT EXISTS passkey (
  id           CHAR(64)        NOT NULL PRIMARY KEY,
  account_id   VARCHAR(36)     NOT NULL,
  name         VARCHAR(80)     NOT NULL,
  credential   VARBINARY(2048) NOT NULL,
  sign_count   BIGINT          NOT NULL,
  created_at   DATETIME(3)     NOT NULL,
  last_used_at DATETIME(3)     NULL,
  KEY passkey_account (account_id),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
