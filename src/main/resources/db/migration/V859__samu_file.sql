-- The file number that a SAMU gives, in its own software, to a call that it transferred: kept as long as the caller's number.
CREATE TABLE IF NOT EXISTS samu_file (
    call_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    number      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    noted_by    VARCHAR(254) NOT NULL,
    noted_at_ms BIGINT NOT NULL,
    INDEX (noted_by, noted_at_ms),
    INDEX (noted_at_ms)
) CHARACTER SET utf8mb4;
