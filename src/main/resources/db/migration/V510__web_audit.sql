CREATE TABLE audit_entry (
  sequence      BIGINT        NOT NULL PRIMARY KEY,
  at            DATETIME(3)   NOT NULL,
  actor         VARCHAR(160)  NOT NULL,
  act           VARCHAR(160)  NOT NULL,
  subject       VARCHAR(200)  NOT NULL,
  detail        VARCHAR(1000) NOT NULL,
  origin        VARCHAR(64)   NOT NULL,
  previous_hash CHAR(64)      NOT NULL,
  hash          CHAR(64)      NOT NULL,
  KEY audit_entry_at (at)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE audit_head (
  id              INT      NOT NULL PRIMARY KEY,
  last_sequence   BIGINT   NOT NULL,
  last_hash       CHAR(64) NOT NULL,
  erased_sequence BIGINT   NOT NULL,
  erased_hash     CHAR(64) NOT NULL
) DEFAULT CHARSET = utf8mb4;

INSERT INTO audit_head VALUES (1, 0, REPEAT('0', 64), 0, REPEAT('0', 64));

CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an audit entry is never changed';

DELIMITER $$
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry FOR EACH ROW
BEGIN
  IF OLD.at > UTC_TIMESTAMP() - INTERVAL 1 YEAR THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an audit entry is kept for a year at least';
  END IF;
END $$
DELIMITER ;
