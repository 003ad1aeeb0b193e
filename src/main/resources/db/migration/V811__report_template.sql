-- Templates of the report that regions loaded, each version as it came, with the text document that gives it its form.
CREATE TABLE IF NOT EXISTS report_template (
    region       VARCHAR(32) CHARACTER SET ascii NOT NULL,
    version      VARCHAR(32) CHARACTER SET ascii NOT NULL,
    from_year    INT          NOT NULL,
    source       MEDIUMTEXT   NOT NULL,
    layout       MEDIUMBLOB,
    loaded_by    VARCHAR(160) NOT NULL,
    loaded_at_ms BIGINT       NOT NULL,
    PRIMARY KEY (region, version)
) CHARACTER SET utf8mb4;
