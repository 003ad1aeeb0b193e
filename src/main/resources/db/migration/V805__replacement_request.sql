-- A physician cannot hold a duty any more: who was asked, and what they answered. `open_mark` is 1 while it waits and null afterwards:
-- its unique key lets one request of a duty be open at a time, on any node.
CREATE TABLE IF NOT EXISTS replacement_request (
    id        VARCHAR(36)  NOT NULL PRIMARY KEY,
    territory VARCHAR(32)  NOT NULL,
    duty_date DATE         NOT NULL,
    giver_id  VARCHAR(36)  NOT NULL,
    status    VARCHAR(16)  NOT NULL,
    open_mark TINYINT      NULL,
    author    VARCHAR(500) NOT NULL,
    reason    VARCHAR(500) NOT NULL,
    asked_at  DATETIME(3)  NOT NULL,
    UNIQUE KEY replacement_request_open (territory, duty_date, giver_id, open_mark),
    INDEX replacement_request_waiting (open_mark, duty_date),
    FOREIGN KEY (territory) REFERENCES territory (code),
    FOREIGN KEY (giver_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;
