-- Callers who wait to be called back, and the attempts made for them. An attempt belongs to the node that raised the count.
CREATE TABLE call_back (
  call_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  asked        BOOLEAN NOT NULL,
  asked_at_ms  BIGINT NOT NULL,
  attempts     INT NOT NULL DEFAULT 0,
  rung_at_ms   BIGINT NULL,
  closing      VARCHAR(16) NULL,
  closed_at_ms BIGINT NULL,
  INDEX call_back_open (closing, asked, asked_at_ms)
) CHARACTER SET utf8mb4;

-- Messages to be sent. Neither numbers nor addresses: they are looked up when the message leaves.
CREATE TABLE alert (
  id             CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  call_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  territory      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel        VARCHAR(8) NOT NULL,
  physician_id   VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  subject        VARCHAR(200) NOT NULL,
  text           VARCHAR(2000) NOT NULL,
  due_at_ms      BIGINT NOT NULL,
  tries          INT NOT NULL DEFAULT 0,
  sent_at_ms     BIGINT NULL,
  given_up_at_ms BIGINT NULL,
  problem        VARCHAR(500) NULL,
  INDEX alert_due (sent_at_ms, given_up_at_ms, due_at_ms)
) CHARACTER SET utf8mb4;
