-- Whom to call by day in each part of a territory.
CREATE TABLE IF NOT EXISTS territory_daytime_contact (
    territory VARCHAR(32)  NOT NULL,
    position  INT          NOT NULL,
    name      VARCHAR(60)  NOT NULL,
    number    VARCHAR(20)  NOT NULL,
    zones     TEXT         NOT NULL,
    hours     VARCHAR(80)  NULL,
    PRIMARY KEY (territory, position),
    FOREIGN KEY (territory) REFERENCES territory (code) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
