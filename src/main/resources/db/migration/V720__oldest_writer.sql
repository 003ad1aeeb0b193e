-- The oldest version of the service that may write beside the newest one that migrated this database (docs/adr/0070).
CREATE TABLE IF NOT EXISTS oldest_writer (
  id      TINYINT     NOT NULL PRIMARY KEY,
  version VARCHAR(20) NOT NULL
) CHARACTER SET utf8mb4;
