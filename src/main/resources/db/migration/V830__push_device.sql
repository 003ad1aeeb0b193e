-- Where a browser takes messages. It outlives the session it was given in, which ends after an hour; whoever ends the session ends it too.
CREATE TABLE IF NOT EXISTS push_device (
  id            VARCHAR(36)   NOT NULL PRIMARY KEY,
  account_id    VARCHAR(36)   NOT NULL,
  session_hash  CHAR(64)      NOT NULL,
  name          VARCHAR(80)   NOT NULL,
  endpoint_hash CHAR(64)      NOT NULL,
  endpoint      VARCHAR(1000) NOT NULL,
  device_key    VARCHAR(100)  NOT NULL,
  secret        VARCHAR(40)   NOT NULL,
  since         DATETIME(3)   NOT NULL,
  seen_at       DATETIME(3)   NOT NULL,
  UNIQUE KEY push_device_endpoint (endpoint_hash),
  KEY push_device_session (session_hash),
  KEY push_device_age (seen_at),
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
