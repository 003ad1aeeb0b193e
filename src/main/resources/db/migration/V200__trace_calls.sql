-- One row per call: what is searched, and the row that a writer locks so that two nodes never write one call at a time.
CREATE TABLE call_summary (
  call_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  territory      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  received_at_ms BIGINT NOT NULL DEFAULT 0,
  ended_at_ms    BIGINT NULL,
  origin         VARCHAR(16) NULL,
  profile        VARCHAR(32) NULL,
  ending         VARCHAR(32) NULL,
  attempts       INT NOT NULL DEFAULT 0,
  talk_ms        BIGINT NOT NULL DEFAULT 0,
  rebuilt        BOOLEAN NOT NULL DEFAULT FALSE,
  INDEX call_summary_by_time (received_at_ms, call_id),
  INDEX call_summary_by_territory (territory, received_at_ms, call_id)
) CHARACTER SET utf8mb4;

-- The events themselves, append-only. Within a call they are read by time, then by id: events of one decision share a
-- millisecond and keep the order in which they were decided.
CREATE TABLE call_event (
  id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  type      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at_ms     BIGINT NOT NULL,
  payload   LONGTEXT NOT NULL CHECK (JSON_VALID(payload)),
  rebuilt   BOOLEAN NOT NULL DEFAULT FALSE,
  UNIQUE INDEX call_event_once (call_id, event_key)
) CHARACTER SET utf8mb4;

-- People's numbers, apart from the events so that they can be erased after their time.
CREATE TABLE call_party (
  call_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role        VARCHAR(16) NOT NULL,
  e164        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  noted_at_ms BIGINT NOT NULL,
  PRIMARY KEY (call_id, role),
  INDEX call_party_by_age (noted_at_ms)
) CHARACTER SET utf8mb4;
