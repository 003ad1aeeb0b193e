-- A notice on its way to one device, beside its mail. That a push service took it is one thing, that the device showed it another.
CREATE TABLE IF NOT EXISTS notice_on_device (
  id              VARCHAR(36)  NOT NULL PRIMARY KEY,
  notice_id       VARCHAR(36)  NOT NULL,
  device_id       VARCHAR(36)  NOT NULL,
  device_name     VARCHAR(80)  NOT NULL,
  queued_at       DATETIME(3)  NOT NULL,
  next_attempt_at DATETIME(3)  NOT NULL,
  attempts        INT          NOT NULL,
  accepted_at     DATETIME(3)  NULL,
  received_at     DATETIME(3)  NULL,
  over_at         DATETIME(3)  NULL,
  problem         VARCHAR(500) NULL,
  KEY notice_on_device_of (notice_id),
  KEY notice_on_device_due (accepted_at, over_at, next_attempt_at),
  FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE
) DEFAULT CHARSET = utf8mb4;
