-- Versions are only ever added: the highest of a territory and quarter is in force.

CREATE TABLE rota_publication (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory    VARCHAR(32)  NOT NULL,
    quarter      VARCHAR(7)   NOT NULL,
    version      INT          NOT NULL,
    published_by VARCHAR(160) NOT NULL,
    published_at DATETIME(3)  NOT NULL,
    UNIQUE (territory, quarter, version),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;

CREATE TABLE rota_duty (
    publication_id BIGINT      NOT NULL,
    duty_date      DATE        NOT NULL,
    rung           INT         NOT NULL,
    physician_id   VARCHAR(36) NOT NULL,
    PRIMARY KEY (publication_id, duty_date, rung),
    FOREIGN KEY (publication_id) REFERENCES rota_publication (id),
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;

-- Swaps, overrides and history. Absent bounds of the effect are the window's own; an absent physician withdraws the holder.
CREATE TABLE rota_substitution (
    id           VARCHAR(36)  NOT NULL PRIMARY KEY,
    territory    VARCHAR(32)  NOT NULL,
    duty_date    DATE         NOT NULL,
    rung         INT          NOT NULL,
    kind         VARCHAR(16)  NOT NULL,
    physician_id VARCHAR(36),
    starts_at    DATETIME(3),
    ends_at      DATETIME(3),
    author       VARCHAR(500) NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    recorded_at  DATETIME(3)  NOT NULL,
    INDEX (territory, duty_date),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;
