-- Versions of the lists an outcome is logged with, as their files were. A version, once kept, never changes.
CREATE TABLE nomenclature (
  version      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  valid_from   DATE NOT NULL,
  source       MEDIUMTEXT NOT NULL,
  loaded_at_ms BIGINT NOT NULL
) CHARACTER SET utf8mb4;

-- What physicians logged, every state of it: the highest number counts, the others are its history.
CREATE TABLE outcome_revision (
  call_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number        INT NOT NULL,
  status        VARCHAR(8) NOT NULL,
  nomenclature  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  body          TEXT NOT NULL CHECK (JSON_VALID(body)),
  author        VARCHAR(160) NOT NULL,
  written_at_ms BIGINT NOT NULL,
  PRIMARY KEY (call_id, number)
) CHARACTER SET utf8mb4;

-- Calls that did not pass by the line, told by the physician who was rung.
CREATE TABLE declared_call (
  call_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  territory    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  physician_id VARCHAR(36) NOT NULL,
  at_ms        BIGINT NOT NULL,
  duration_ms  BIGINT NOT NULL,
  author       VARCHAR(160) NOT NULL,
  written_at_ms BIGINT NOT NULL,
  INDEX declared_call_by_time (territory, at_ms)
) CHARACTER SET utf8mb4;

-- One row a reminder that was sent, so that none is sent twice.
CREATE TABLE outcome_reminder (
  call_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stage      VARCHAR(16) NOT NULL,
  sent_at_ms BIGINT NOT NULL,
  PRIMARY KEY (call_id, stage)
) CHARACTER SET utf8mb4;

-- What is to be told to the carrying hospital's secure mailbox, and what became of it.
CREATE TABLE transmission (
  id             BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision       INT NOT NULL,
  territory      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state          VARCHAR(8) NOT NULL,
  tries          INT NOT NULL DEFAULT 0,
  next_try_at_ms BIGINT NOT NULL,
  queued_at_ms   BIGINT NOT NULL,
  sent_at_ms     BIGINT NULL,
  recipient      VARCHAR(254) NULL,
  problem        VARCHAR(500) NULL,
  UNIQUE INDEX transmission_once (call_id, revision),
  INDEX transmission_due (state, next_try_at_ms),
  INDEX transmission_by_territory (territory, id)
) CHARACTER SET utf8mb4;

-- Jobs that one node at a time runs. A holder that dies lets go when its time is over.
CREATE TABLE job_lease (
  job           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  held_until_ms BIGINT NOT NULL
) CHARACTER SET utf8mb4;
