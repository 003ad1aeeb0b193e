-- What the sheet in force of a call asks of the day team, and who took it over.
CREATE TABLE IF NOT EXISTS hand_over (
  call_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  territory      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at_ms BIGINT NOT NULL,
  whom           VARCHAR(24) NOT NULL,
  what           VARCHAR(24) NOT NULL,
  due            VARCHAR(24) NOT NULL,
  taken_by       VARCHAR(160) NULL,
  taken_at_ms    BIGINT NULL,
  INDEX hand_over_by_time (territory, taken_at_ms, received_at_ms)
) CHARACTER SET utf8mb4;
