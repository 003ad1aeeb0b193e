-- One link given to one caller. Nothing here tells which call it was, who gave it or who got it, and the link itself is kept nowhere.
CREATE TABLE IF NOT EXISTS survey_link (
    token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    territory  VARCHAR(32) NOT NULL,
    asked_on   DATE        NOT NULL,
    last_day   DATE        NOT NULL,
    useful     VARCHAR(8) CHARACTER SET ascii NULL,
    in_time    VARCHAR(8) CHARACTER SET ascii NULL,
    INDEX (territory, asked_on),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;
