-- A link sent by mail, with which the person an account was made for chooses its password. The link itself is kept nowhere here.
CREATE TABLE IF NOT EXISTS account_invitation (
  token_hash CHAR(64)    NOT NULL PRIMARY KEY,
  account_id VARCHAR(36) NOT NULL,
  sent_at    DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  used_at    DATETIME(3) NULL,
  KEY account_invitation_of (account_id),
  KEY account_invitation_age (expires_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
