-- A notice on its way to a telephone, beside its mail. Accepted is what the gateway says when it takes it, delivered and not what it says later.
CREATE TABLE IF NOT EXISTS notice_by_sms (
  id              VARCHAR(36)  NOT NULL PRIMARY KEY,
  notice_id       VARCHAR(36)  NOT NULL,
  queued_at       DATETIME(3)  NOT NULL,
  next_attempt_at DATETIME(3)  NOT NULL,
  attempts        INT          NOT NULL,
  gateway_id      VARCHAR(100) NULL,
  accepted_at     DATETIME(3)  NULL,
  delivered_at    DATETIME(3)  NULL,
  undelivered_at  DATETIME(3)  NULL,
  over_at         DATETIME(3)  NULL,
  problem         VARCHAR(500) NULL,
  KEY notice_by_sms_of (notice_id),
  KEY notice_by_sms_due (accepted_at, over_at, next_attempt_at),
  KEY notice_by_sms_named (gateway_id),
  FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
