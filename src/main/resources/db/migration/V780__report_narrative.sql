-- What the hospital writes of a year itself: commentary, outlook, who signs, who coordinates, meetings. One document a report.
CREATE TABLE IF NOT EXISTS report_narrative (
  code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  year     INT NOT NULL,
  version  BIGINT NOT NULL,
  document LONGTEXT NOT NULL CHECK (JSON_VALID(document)),
  PRIMARY KEY (code, year)
) CHARACTER SET utf8mb4;
