-- What became of a territory: printed in the annual report of its year.
CREATE TABLE territory_change (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory  VARCHAR(32)  NOT NULL,
    changed_on DATE         NOT NULL,
    sentence   VARCHAR(500) NOT NULL,
    INDEX (territory, changed_on),
    FOREIGN KEY (territory) REFERENCES territory (code) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
