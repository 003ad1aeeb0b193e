-- Lists that belong to one row keep their order in `position`. Times of day are minutes after midnight, local to the territory.

CREATE TABLE territory (
    code            VARCHAR(32)  NOT NULL PRIMARY KEY,
    name            VARCHAR(120) NOT NULL,
    time_zone       VARCHAR(64)  NOT NULL,
    holiday_zone    VARCHAR(32)  NOT NULL,
    mail            VARCHAR(254),
    host            VARCHAR(9),
    line_number     VARCHAR(20) UNIQUE,
    asks_profile    BOOLEAN,
    ring_seconds    VARCHAR(64),
    daytime_contact VARCHAR(20),
    transfers_to_daytime_contact BOOLEAN,
    fallback        VARCHAR(20)
) CHARACTER SET utf8mb4;

CREATE TABLE territory_proximity_zone (
    territory VARCHAR(32)  NOT NULL,
    position  INT          NOT NULL,
    name      VARCHAR(80)  NOT NULL,
    communes  MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (territory, position),
    FOREIGN KEY (territory) REFERENCES territory (code) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE establishment (
    finess          VARCHAR(9)   NOT NULL PRIMARY KEY,
    name            VARCHAR(160) NOT NULL,
    kind            VARCHAR(32)  NOT NULL,
    usp_recognised  DATE,
    emsp_recognised DATE
) CHARACTER SET utf8mb4;

CREATE TABLE agreement (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory  VARCHAR(32) NOT NULL,
    host       VARCHAR(9)  NOT NULL,
    partner    VARCHAR(9)  NOT NULL,
    signed_on  DATE        NOT NULL,
    valid_from DATE        NOT NULL,
    valid_to   DATE,
    UNIQUE (territory, partner, valid_from),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (host) REFERENCES establishment (finess),
    FOREIGN KEY (partner) REFERENCES establishment (finess)
) CHARACTER SET utf8mb4;

CREATE TABLE agreement_signatory (
    agreement_id BIGINT       NOT NULL,
    position     INT          NOT NULL,
    name         VARCHAR(120) NOT NULL,
    role         VARCHAR(120) NOT NULL,
    PRIMARY KEY (agreement_id, position),
    FOREIGN KEY (agreement_id) REFERENCES agreement (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE physician (
    id          VARCHAR(36)  NOT NULL PRIMARY KEY,
    given_name  VARCHAR(80)  NOT NULL,
    family_name VARCHAR(80)  NOT NULL,
    rpps        VARCHAR(11)  NOT NULL UNIQUE,
    mail        VARCHAR(254) NOT NULL
) CHARACTER SET utf8mb4;

CREATE TABLE physician_training (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    diploma      VARCHAR(16) NOT NULL,
    obtained_on  DATE        NOT NULL,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE physician_employment (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    employer     VARCHAR(9)  NOT NULL,
    valid_from   DATE        NOT NULL,
    valid_to     DATE,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE,
    FOREIGN KEY (employer) REFERENCES establishment (finess)
) CHARACTER SET utf8mb4;

CREATE TABLE physician_post (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    structure    VARCHAR(16) NOT NULL,
    valid_from   DATE        NOT NULL,
    valid_to     DATE,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE physician_practice (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    territory    VARCHAR(32) NOT NULL,
    valid_from   DATE        NOT NULL,
    valid_to     DATE,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE,
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;

CREATE TABLE physician_working_time (
    physician_id VARCHAR(36)   NOT NULL,
    position     INT           NOT NULL,
    share        DECIMAL(4, 3) NOT NULL,
    valid_from   DATE          NOT NULL,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE physician_number (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    number       VARCHAR(20) NOT NULL,
    days         VARCHAR(7),
    from_minute  INT,
    to_minute    INT,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
