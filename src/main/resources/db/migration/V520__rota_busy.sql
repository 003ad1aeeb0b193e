-- When a physician on duty is held by an astreinte that keeps priority, and is rung after the others.
CREATE TABLE rota_busy (
  physician_id VARCHAR(36) NOT NULL,
  begun_at     DATETIME(3) NOT NULL,
  ends_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (physician_id, begun_at),
  INDEX rota_busy_by_end (ends_at),
  FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
