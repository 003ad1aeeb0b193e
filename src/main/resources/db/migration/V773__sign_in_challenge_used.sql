CREATE TABLE IF NOT EXISTS sign_in_challenge_used (
  hash       CHAR(64)    NOT NULL PRIMARY KEY,
  expires_at DATETIME(3) NOT NULL,
  KEY sign_in_challenge_used_age (expires_at)
) DEFAULT CHARSET = utf8mb4;
