-- Whether a territory's callers are asked what the advice was worth; no row: they are not.
CREATE TABLE IF NOT EXISTS survey_setting (
    territory VARCHAR(32) NOT NULL PRIMARY KEY,
    is_open   BOOLEAN     NOT NULL,
    revision  BIGINT      NOT NULL,
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;
