-- Services that may take over from the advice (HAD, EMSP, USP), as the last file said.
CREATE TABLE IF NOT EXISTS take_over (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory VARCHAR(32)  NOT NULL,
    kind      VARCHAR(8) CHARACTER SET ascii NOT NULL,
    name      VARCHAR(160) NOT NULL,
    phone     VARCHAR(20) CHARACTER SET ascii NOT NULL,
    first_day DATE         NOT NULL,
    last_day  DATE         NOT NULL,
    INDEX (territory, first_day),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;
