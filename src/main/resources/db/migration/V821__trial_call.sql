-- The « appels d'essai » and what came of them. ringing: the territory as long as it rings, so that one rings at a time.
CREATE TABLE IF NOT EXISTS trial_call (
  id          CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  territory   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begun_at_ms BIGINT NOT NULL,
  begun_by    VARCHAR(160) NOT NULL,
  scheduled   BOOLEAN NOT NULL,
  state       VARCHAR(16) CHARACTER SET ascii NOT NULL,
  trouble     VARCHAR(300) NULL,
  ended_at_ms BIGINT NULL,
  ringing     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  UNIQUE INDEX trial_call_one_at_a_time (ringing),
  INDEX trial_call_by_time (territory, begun_at_ms)
) CHARACTER SET utf8mb4;
