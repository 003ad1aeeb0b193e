-- What an agreement says beside its parties and dates.
CREATE TABLE IF NOT EXISTS agreement_terms (
  agreement_id     BIGINT NOT NULL PRIMARY KEY,
  responsibilities TEXT NOT NULL,
  organisation     TEXT NOT NULL,
  pay              TEXT NOT NULL,
  version          BIGINT NOT NULL,
  FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
