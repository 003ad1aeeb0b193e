CREATE TABLE IF NOT EXISTS second_factor (
  account_id   VARCHAR(36)   NOT NULL PRIMARY KEY,
  secret       VARBINARY(20) NOT NULL,
  confirmed_at DATETIME(3)   NULL,
  last_step    BIGINT        NOT NULL,
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
