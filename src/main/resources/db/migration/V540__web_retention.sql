-- When each class of data was last looked at, and what was erased: shown to the coordination.
CREATE TABLE retention_run (
  name         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  last_run_at  DATETIME(3)  NOT NULL,
  last_erased  INT          NOT NULL,
  total_erased BIGINT       NOT NULL,
  problem      VARCHAR(300) NULL
) CHARACTER SET utf8mb4;
