-- Duties about to start, and whether their holder confirmed to be there. An attempt belongs to the node that raised the count.
CREATE TABLE line_check (
  id            CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  territory     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  duty_date     DATE NOT NULL,
  physician_id  VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_at_ms  BIGINT NOT NULL,
  attempts      INT NOT NULL DEFAULT 0,
  rung_at_ms    BIGINT NULL,
  state         VARCHAR(16) NOT NULL,
  way           VARCHAR(16) NULL,
  changed_at_ms BIGINT NULL,
  UNIQUE INDEX line_check_once (territory, duty_date, physician_id),
  INDEX line_check_open (state, starts_at_ms)
) CHARACTER SET utf8mb4;
