-- Candidates, declarations of volunteering, service of a USP, departures: none for whoever was never asked.
CREATE TABLE IF NOT EXISTS physician_volunteering (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    territory    VARCHAR(32) NOT NULL,
    basis        VARCHAR(16) NOT NULL,
    applied_on   DATE,
    declared_on  DATE,
    left_on      DATE,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
