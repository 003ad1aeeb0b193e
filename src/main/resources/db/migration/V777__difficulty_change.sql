CREATE TABLE IF NOT EXISTS difficulty_change (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  difficulty BIGINT      NOT NULL,
  at         DATETIME(3) NOT NULL,
  author     VARCHAR(64) NOT NULL,
  act        VARCHAR(16) NOT NULL,
  territory  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day        DATE        NOT NULL,
  category   VARCHAR(16) NOT NULL,
  text       TEXT        NOT NULL,
  FOREIGN KEY (difficulty) REFERENCES difficulty (id)
) CHARACTER SET utf8mb4;
