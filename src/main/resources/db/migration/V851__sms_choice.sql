-- Text messages of planning: the territories that pay for them, and the physicians who want them. Both have to.
CREATE TABLE IF NOT EXISTS sms_offer (
  territory VARCHAR(32) NOT NULL PRIMARY KEY,
  since     DATETIME(3) NOT NULL,
  FOREIGN KEY (territory) REFERENCES territory (code)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE IF NOT EXISTS sms_wish (
  physician_id VARCHAR(36) NOT NULL PRIMARY KEY,
  since        DATETIME(3) NOT NULL,
  FOREIGN KEY (physician_id) REFERENCES physician (id)
) DEFAULT CHARSET = utf8mb4;
