CREATE TABLE IF NOT EXISTS known_browser (
  token_hash CHAR(64)    NOT NULL PRIMARY KEY,
  account_id VARCHAR(36) NOT NULL,
  seen_at    DATETIME(3) NOT NULL,
  KEY known_browser_account (account_id),
  KEY known_browser_seen (seen_at)
) DEFAULT CHARSET = utf8mb4;
