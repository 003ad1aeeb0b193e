-- What is still to be told to others, written in the transaction of the event it tells. A row waits while sent_at_ms and
-- parked_at_ms are both null.
CREATE TABLE outbox (
  id           BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id     VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  call_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lane         TINYINT NOT NULL,
  type         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body         LONGTEXT NOT NULL CHECK (JSON_VALID(body)),
  written_at_ms BIGINT NOT NULL,
  sent_at_ms   BIGINT NULL,
  parked_at_ms BIGINT NULL,
  failures     INT NOT NULL DEFAULT 0,
  problem      VARCHAR(500) NULL,
  UNIQUE INDEX outbox_once (event_id),
  INDEX outbox_waiting (lane, sent_at_ms, parked_at_ms, id),
  INDEX outbox_by_age (sent_at_ms)
) CHARACTER SET utf8mb4;

-- A call belongs to one lane, a lane to one node at a time: that keeps a call's events in order whoever relays them.
CREATE TABLE outbox_lane (
  lane           TINYINT NOT NULL PRIMARY KEY,
  holder         VARCHAR(64) NULL,
  held_until_ms  BIGINT NOT NULL DEFAULT 0
) CHARACTER SET utf8mb4;

INSERT INTO outbox_lane (lane) VALUES (0), (1), (2), (3), (4), (5), (6), (7);

-- Which consumer has already taken which event, written in the consumer's own transaction.
CREATE TABLE consumed_event (
  consumer       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id       VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  consumed_at_ms BIGINT NOT NULL,
  PRIMARY KEY (consumer, event_id),
  INDEX consumed_event_by_age (consumed_at_ms)
) CHARACTER SET utf8mb4;

-- An event that a consumer refused again and again: set aside so that the others go on, kept until someone looks.
CREATE TABLE parked_event (
  consumer     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id     VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  type         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body         LONGTEXT NOT NULL,
  problem      VARCHAR(500) NOT NULL,
  parked_at_ms BIGINT NOT NULL,
  PRIMARY KEY (consumer, event_id)
) CHARACTER SET utf8mb4;
