-- The physicians of a territory are asked for their wishes for a quarter, and which of them answered.
CREATE TABLE IF NOT EXISTS wish_campaign (
    territory   VARCHAR(32)  NOT NULL,
    quarter     VARCHAR(7)   NOT NULL,
    ends_on     DATE         NOT NULL,
    deadline    DATE         NOT NULL,
    author      VARCHAR(500) NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    opened_at   DATETIME(3)  NOT NULL,
    reminded_at DATETIME(3)  NULL,
    PRIMARY KEY (territory, quarter),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS wish_answer (
    territory    VARCHAR(32) NOT NULL,
    quarter      VARCHAR(7)  NOT NULL,
    physician_id VARCHAR(36) NOT NULL,
    kind         VARCHAR(16) NOT NULL,
    answered_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (territory, quarter, physician_id),
    FOREIGN KEY (territory, quarter) REFERENCES wish_campaign (territory, quarter),
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;
