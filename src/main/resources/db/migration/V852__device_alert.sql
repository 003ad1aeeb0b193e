-- An alert on its way to one device, beside its mail and text message: of a call that waits, of a duty that begins, of a sheet to fill in.
CREATE TABLE IF NOT EXISTS device_alert (
  id              VARCHAR(36)  NOT NULL PRIMARY KEY,
  physician_id    VARCHAR(36)  NOT NULL,
  device_id       VARCHAR(36)  NOT NULL,
  device_name     VARCHAR(80)  NOT NULL,
  text            VARCHAR(500) NOT NULL,
  page            VARCHAR(100) NOT NULL,
  queued_at       DATETIME(3)  NOT NULL,
  next_attempt_at DATETIME(3)  NOT NULL,
  attempts        INT          NOT NULL,
  accepted_at     DATETIME(3)  NULL,
  received_at     DATETIME(3)  NULL,
  over_at         DATETIME(3)  NULL,
  problem         VARCHAR(500) NULL,
  KEY device_alert_of (physician_id),
  KEY device_alert_age (queued_at),
  KEY device_alert_due (accepted_at, over_at, next_attempt_at)
) DEFAULT CHARSET = utf8mb4;
