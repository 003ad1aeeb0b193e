-- Counts of days made once (docs/adr/0076). One row for each quarter of an hour whose counted calls changed, and how often: what is
-- kept of a time of which this says more is counted anew.
CREATE TABLE counted_revision (
  territory    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quarter_hour INT NOT NULL,
  revision     BIGINT NOT NULL,
  PRIMARY KEY (territory, quarter_hour)
) CHARACTER SET utf8mb4;

-- Reading: a digest of the days and of everything that decides how their calls are counted.
CREATE TABLE kept_tally (
  territory VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reading   CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  revision  BIGINT NOT NULL,
  sums      LONGTEXT NOT NULL,
  kept_on   DATE NOT NULL,
  PRIMARY KEY (territory, reading),
  INDEX kept_tally_by_age (kept_on)
) CHARACTER SET utf8mb4;
