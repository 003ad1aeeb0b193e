-- Which revision of a sheet the carrying hospital has read.
CREATE TABLE IF NOT EXISTS sheet_read (
  call_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision   INT NOT NULL,
  read_by    VARCHAR(160) NOT NULL,
  read_at_ms BIGINT NOT NULL,
  PRIMARY KEY (call_id, revision)
) CHARACTER SET utf8mb4;
