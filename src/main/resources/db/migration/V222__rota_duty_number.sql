-- Where a physician answers during one duty, in place of their usual numbers.
CREATE TABLE rota_duty_number (
  physician_id VARCHAR(36) NOT NULL,
  duty_date    DATE NOT NULL,
  number       VARCHAR(20) NOT NULL,
  changed_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (physician_id, duty_date),
  FOREIGN KEY (physician_id) REFERENCES physician (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4;
