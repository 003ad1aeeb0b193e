-- What planning keeps around the published rotas: wishes, settings, drafts, what each physician was told, and who did what.

CREATE TABLE planning_settings (
    territory            VARCHAR(32) NOT NULL PRIMARY KEY,
    quota                INT         NOT NULL,
    max_consecutive_days INT,
    rest_days            INT         NOT NULL,
    spacing_weeks        INT         NOT NULL,
    back_up              VARCHAR(24) NOT NULL,
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;

CREATE TABLE volunteering (
    physician_id  VARCHAR(36) NOT NULL PRIMARY KEY,
    willingness   VARCHAR(24) NOT NULL,
    max_duty_days INT,
    FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

-- `weekday` (Monday 1) only of what recurs, `weight` only of preferences.
CREATE TABLE wish (
    physician_id VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    kind         VARCHAR(24) NOT NULL,
    from_date    DATE        NOT NULL,
    to_date      DATE        NOT NULL,
    weekday      INT,
    weight       INT,
    PRIMARY KEY (physician_id, position),
    FOREIGN KEY (physician_id) REFERENCES volunteering (physician_id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE quota_derogation (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory    VARCHAR(32)  NOT NULL,
    physician_id VARCHAR(36)  NOT NULL,
    quarter      VARCHAR(7)   NOT NULL,
    allowed_days INT          NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    author       VARCHAR(160) NOT NULL,
    recorded_at  DATETIME(3)  NOT NULL,
    UNIQUE (physician_id, quarter),
    INDEX (territory, quarter),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;

CREATE TABLE rota_draft (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory  VARCHAR(32)  NOT NULL,
    quarter    VARCHAR(7)   NOT NULL,
    origin     VARCHAR(16)  NOT NULL,
    author     VARCHAR(160) NOT NULL,
    made_at    DATETIME(3)  NOT NULL,
    objective  BIGINT,
    bound      BIGINT,
    proved     BOOLEAN,
    UNIQUE (territory, quarter),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;

-- `fixed`: decided by the coordinator, kept by the next generation.
CREATE TABLE rota_draft_duty (
    draft_id     BIGINT      NOT NULL,
    duty_date    DATE        NOT NULL,
    rung         VARCHAR(8)  NOT NULL,
    physician_id VARCHAR(36) NOT NULL,
    fixed        BOOLEAN     NOT NULL,
    PRIMARY KEY (draft_id, duty_date, rung),
    FOREIGN KEY (draft_id) REFERENCES rota_draft (id) ON DELETE CASCADE,
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;

-- What each physician's calendar was last told: the difference with what they hold is what they must hear.
CREATE TABLE told_duty (
    id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory    VARCHAR(32) NOT NULL,
    duty_date    DATE        NOT NULL,
    rung         INT         NOT NULL,
    physician_id VARCHAR(36) NOT NULL,
    part         INT         NOT NULL,
    starts_at    DATETIME(3) NOT NULL,
    ends_at      DATETIME(3) NOT NULL,
    sequence     INT         NOT NULL,
    cancelled    BOOLEAN     NOT NULL,
    changed_at   DATETIME(3) NOT NULL,
    UNIQUE (territory, duty_date, rung, physician_id, part),
    INDEX (physician_id, duty_date),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;

CREATE TABLE feed_token (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner      VARCHAR(80)  NOT NULL,
    hash       CHAR(64)     NOT NULL UNIQUE,
    issued_by  VARCHAR(160) NOT NULL,
    issued_at  DATETIME(3)  NOT NULL,
    revoked_at DATETIME(3),
    INDEX (owner)
) CHARACTER SET utf8mb4;

CREATE TABLE notice (
    id              VARCHAR(36)  NOT NULL PRIMARY KEY,
    recipient       VARCHAR(254) NOT NULL,
    subject         VARCHAR(200) NOT NULL,
    body            TEXT         NOT NULL,
    calendar        MEDIUMTEXT,
    queued_at       DATETIME(3)  NOT NULL,
    next_attempt_at DATETIME(3)  NOT NULL,
    attempts        INT          NOT NULL,
    sent_at         DATETIME(3),
    last_error      VARCHAR(500),
    INDEX (sent_at, next_attempt_at)
) CHARACTER SET utf8mb4;

CREATE TABLE planning_act (
    id          BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory   VARCHAR(32)   NOT NULL,
    recorded_at DATETIME(3)   NOT NULL,
    author      VARCHAR(500)  NOT NULL,
    act         VARCHAR(32)   NOT NULL,
    subject     VARCHAR(120)  NOT NULL,
    detail      VARCHAR(1000) NOT NULL,
    reason      VARCHAR(500)  NOT NULL,
    INDEX (territory, id)
) CHARACTER SET utf8mb4;

CREATE TRIGGER planning_act_is_never_changed BEFORE UPDATE ON planning_act
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'planning_act is append-only';

CREATE TRIGGER planning_act_is_never_erased BEFORE DELETE ON planning_act
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'planning_act is append-only';

CREATE TABLE swap_proposal (
    id           VARCHAR(36)  NOT NULL PRIMARY KEY,
    territory    VARCHAR(32)  NOT NULL,
    proposer_id  VARCHAR(36)  NOT NULL,
    other_id     VARCHAR(36)  NOT NULL,
    effective_at DATETIME(3),
    status       VARCHAR(16)  NOT NULL,
    author       VARCHAR(500) NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    proposed_at  DATETIME(3)  NOT NULL,
    expires_at   DATETIME(3)  NOT NULL,
    INDEX (territory, status),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (proposer_id) REFERENCES physician (id),
    FOREIGN KEY (other_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;

CREATE TABLE swap_duty (
    swap_id   VARCHAR(36) NOT NULL,
    duty_date DATE        NOT NULL,
    given     BOOLEAN     NOT NULL,
    PRIMARY KEY (swap_id, duty_date),
    FOREIGN KEY (swap_id) REFERENCES swap_proposal (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;

CREATE TABLE planning_alert (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory   VARCHAR(32)  NOT NULL,
    kind        VARCHAR(32)  NOT NULL,
    subject     VARCHAR(120) NOT NULL,
    sentence    VARCHAR(500) NOT NULL,
    raised_at   DATETIME(3)  NOT NULL,
    resolved_at DATETIME(3),
    UNIQUE (territory, kind, subject),
    FOREIGN KEY (territory) REFERENCES territory (code)
) CHARACTER SET utf8mb4;

-- `running` holds the territory while the job lives: its unique key lets one job a territory run at a time, on any node.
CREATE TABLE generation_job (
    id           VARCHAR(36)  NOT NULL PRIMARY KEY,
    territory    VARCHAR(32)  NOT NULL,
    quarter      VARCHAR(7)   NOT NULL,
    running      VARCHAR(32) UNIQUE,
    state        VARCHAR(16)  NOT NULL,
    seed         INT          NOT NULL,
    time_limit   INT          NOT NULL,
    author       VARCHAR(500) NOT NULL,
    asked_at     DATETIME(3)  NOT NULL,
    seen_at      DATETIME(3)  NOT NULL,
    finished_at  DATETIME(3),
    objective    BIGINT,
    bound        BIGINT,
    explanation  TEXT         NOT NULL,
    stop_asked   BOOLEAN      NOT NULL,
    INDEX (territory, asked_at)
) CHARACTER SET utf8mb4;

-- A scheduled job takes its turn by moving `due_at`: of several nodes, one.
CREATE TABLE scheduled_lock (
    name   VARCHAR(64) NOT NULL PRIMARY KEY,
    due_at DATETIME(3) NOT NULL
) CHARACTER SET utf8mb4;
