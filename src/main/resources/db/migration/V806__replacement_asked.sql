CREATE TABLE IF NOT EXISTS replacement_asked (
    request_id   VARCHAR(36) NOT NULL,
    position     INT         NOT NULL,
    physician_id VARCHAR(36) NOT NULL,
    answer       VARCHAR(16) NOT NULL,
    PRIMARY KEY (request_id, position),
    UNIQUE KEY replacement_asked_once (request_id, physician_id),
    INDEX replacement_asked_of (physician_id),
    FOREIGN KEY (request_id) REFERENCES replacement_request (id) ON DELETE CASCADE,
    FOREIGN KEY (physician_id) REFERENCES physician (id)
) CHARACTER SET utf8mb4;
