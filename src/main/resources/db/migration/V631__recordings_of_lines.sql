-- A line's own recordings, converted to the telephone's sound (A-law, 8 kHz), in the place of those delivered.

CREATE TABLE IF NOT EXISTS line_recording (
    territory  VARCHAR(32)  NOT NULL,
    prompt     VARCHAR(60)  NOT NULL,
    sound      MEDIUMBLOB   NOT NULL,
    sha256     CHAR(64)     NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    changed_by VARCHAR(190) NOT NULL,
    PRIMARY KEY (territory, prompt),
    FOREIGN KEY (territory) REFERENCES territory (code) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
