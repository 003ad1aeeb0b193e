-- How far a call goes to find somebody. NULL: the plainest way, one rung after the other. Durations in seconds.

ALTER TABLE territory
    ADD COLUMN second_rung_after INT,
    ADD COLUMN redials_first     BOOLEAN,
    ADD COLUMN when_in_call      VARCHAR(16),
    ADD COLUMN samu              VARCHAR(20),
    ADD COLUMN longest_search    INT;

-- Either a neighbour or a number. Minutes after midnight, local to the territory; NULL with the days for always.
CREATE TABLE territory_relief (
    territory   VARCHAR(32) NOT NULL,
    position    INT         NOT NULL,
    neighbour   VARCHAR(32),
    number      VARCHAR(20),
    when_closed BOOLEAN     NOT NULL,
    days        VARCHAR(7),
    from_minute INT,
    to_minute   INT,
    PRIMARY KEY (territory, position),
    FOREIGN KEY (territory) REFERENCES territory (code) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
