-- From its first day on, who dials the number of the one is answered by the other. What was before stays the one's.
CREATE TABLE IF NOT EXISTS line_joining (
    territory   VARCHAR(32)  NOT NULL PRIMARY KEY,
    joined_into VARCHAR(32)  NOT NULL,
    first_day   DATE         NOT NULL,
    agreed_on   DATE         NOT NULL,
    reference   VARCHAR(160) NOT NULL,
    INDEX (joined_into, first_day),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (joined_into) REFERENCES territory (code)
) CHARACTER SET utf8mb4;
