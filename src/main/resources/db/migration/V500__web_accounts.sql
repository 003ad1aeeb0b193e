CREATE TABLE account (
  id                 VARCHAR(36)  NOT NULL PRIMARY KEY,
  login              VARCHAR(64)  NOT NULL,
  name               VARCHAR(120) NOT NULL,
  password_hash      VARCHAR(80)  NULL,
  temporary_password BOOLEAN      NOT NULL,
  provider_subject   VARCHAR(128) NULL,
  physician_id       VARCHAR(36)  NULL,
  disabled           BOOLEAN      NOT NULL,
  created_at         DATETIME(3)  NOT NULL,
  UNIQUE KEY account_login (login),
  UNIQUE KEY account_provider_subject (provider_subject)
) DEFAULT CHARSET = utf8mb4;

-- territory '' means every territory
CREATE TABLE account_grant (
  account_id VARCHAR(36) NOT NULL,
  role       VARCHAR(20) NOT NULL,
  territory  VARCHAR(32) NOT NULL,
  PRIMARY KEY (account_id, role, territory),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;

-- only the SHA-256 of what the browser holds
CREATE TABLE sign_in_session (
  token_hash   CHAR(64)    NOT NULL PRIMARY KEY,
  account_id   VARCHAR(36) NOT NULL,
  started_at   DATETIME(3) NOT NULL,
  last_seen_at DATETIME(3) NOT NULL,
  KEY sign_in_session_account (account_id),
  KEY sign_in_session_age (started_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE sign_in_failure (
  id      BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login   VARCHAR(64) NOT NULL,
  address VARCHAR(64) NOT NULL,
  at      DATETIME(3) NOT NULL,
  KEY sign_in_failure_login (login, at),
  KEY sign_in_failure_address (address, at),
  KEY sign_in_failure_at (at)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE service_token (
  id          VARCHAR(36)  NOT NULL PRIMARY KEY,
  name        VARCHAR(120) NOT NULL,
  secret_hash CHAR(64)     NOT NULL,
  role        VARCHAR(20)  NOT NULL,
  territories VARCHAR(400) NOT NULL,
  read_only   BOOLEAN      NOT NULL,
  created_by  VARCHAR(64)  NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  expires_at  DATETIME(3)  NOT NULL,
  revoked_at  DATETIME(3)  NULL,
  UNIQUE KEY service_token_secret (secret_hash)
) DEFAULT CHARSET = utf8mb4;
