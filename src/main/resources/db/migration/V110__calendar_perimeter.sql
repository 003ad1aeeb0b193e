-- Times of day are minutes after midnight, local to the territory.

CREATE TABLE perimeter (
    id                  BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory           VARCHAR(32) NOT NULL,
    kind                VARCHAR(16) NOT NULL,
    working_start       INT         NOT NULL,
    non_working_start   INT         NOT NULL,
    end_minute          INT         NOT NULL,
    ends_next_day       BOOLEAN     NOT NULL,
    announced_on        DATE        NOT NULL,
    in_force_from       DATE        NOT NULL,
    agreed_on           DATE,
    agreement_reference VARCHAR(160),
    UNIQUE (territory, in_force_from),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;
