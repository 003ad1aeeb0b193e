-- Alerts of kinds that an older node cannot read: what a published rota breaks since it was published.
CREATE TABLE IF NOT EXISTS planning_rule_alert (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory   VARCHAR(32)  NOT NULL,
    kind        VARCHAR(32)  NOT NULL,
    subject     VARCHAR(120) NOT NULL,
    sentence    VARCHAR(500) NOT NULL,
    raised_at   DATETIME(3)  NOT NULL,
    resolved_at DATETIME(3),
    UNIQUE (territory, kind, subject),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;
