-- One row per call as the indicators see it: the fold of its events and its latest outcome. Rebuilt at will from the trace.
CREATE TABLE counted_call (
  call_id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  territory         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  received_at_ms    BIGINT NOT NULL,
  channel           VARCHAR(8) NOT NULL,
  menu_choice       VARCHAR(32) NOT NULL,
  ending            VARCHAR(32) NULL,
  physician_id      VARCHAR(36) NULL,
  rung              INT NULL,
  answered_after_ms BIGINT NULL,
  talk_ms           BIGINT NOT NULL,
  attempts          INT NOT NULL,
  put_through       VARCHAR(64) NOT NULL,
  call_back         BOOLEAN NOT NULL,
  degraded          BOOLEAN NOT NULL,
  outcome_status    VARCHAR(8) NULL,
  nomenclature      VARCHAR(32) NULL,
  caller_profile    VARCHAR(40) NULL,
  motives           VARCHAR(900) NULL,
  orientations      VARCHAR(900) NULL,
  conditions        VARCHAR(60) NULL,
  place_of_care     VARCHAR(40) NULL,
  duration_s        BIGINT NULL,
  INDEX counted_call_by_territory (territory, received_at_ms)
) CHARACTER SET utf8mb4;

-- A report as it was submitted to the ARS: never changed afterwards, the digest tells.
CREATE TABLE submitted_report (
  code            VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  year            INT NOT NULL,
  document        LONGTEXT NOT NULL CHECK (JSON_VALID(document)),
  sha256          CHAR(64) CHARACTER SET ascii NOT NULL,
  submitted_by    VARCHAR(160) NOT NULL,
  submitted_at_ms BIGINT NOT NULL,
  PRIMARY KEY (code, year)
) CHARACTER SET utf8mb4;

CREATE TABLE difficulty (
  id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  territory VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day       DATE NOT NULL,
  category  VARCHAR(16) NOT NULL,
  text      TEXT NOT NULL,
  answer    TEXT NULL,
  INDEX difficulty_by_territory (territory, day)
) CHARACTER SET utf8mb4;

CREATE TABLE tariff (
  perimeter         VARCHAR(16) NOT NULL,
  valid_from        DATE NOT NULL,
  working_cents     BIGINT NOT NULL,
  non_working_cents BIGINT NOT NULL,
  source            VARCHAR(300) NOT NULL,
  PRIMARY KEY (perimeter, valid_from)
) CHARACTER SET utf8mb4;

INSERT INTO tariff VALUES
  ('CORE', '2022-01-01', 3200, 14000, 'Cahier des charges des appuis territoriaux, Hauts-de-France 2026, §5'),
  ('EXTENDED', '2022-01-01', 10000, 20000, 'Cahier des charges des appuis territoriaux, Hauts-de-France 2026, §5');

-- The accounting nomenclature: data, to be adapted to the hospital's chart of accounts. The codes are those that computed
-- entries go to.
CREATE TABLE ledger_account (
  code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  number   VARCHAR(16) NOT NULL,
  label    VARCHAR(160) NOT NULL,
  side     VARCHAR(8) NOT NULL,
  position INT NOT NULL
) CHARACTER SET utf8mb4;

INSERT INTO ledger_account VALUES
  ('SUBSIDY_DUTIES', '747', 'Subvention FIR, forfaits d’astreinte', 'INCOME', 1),
  ('SUBSIDY_COORDINATION', '747', 'Subvention FIR, coordination', 'INCOME', 2),
  ('HOST_PHYSICIANS', '642', 'Rémunérations du personnel médical', 'EXPENSE', 3),
  ('PARTNER_TRANSFERS', '658', 'Reversements aux établissements partenaires', 'EXPENSE', 4),
  ('COORDINATION', '641', 'Personnel non médical, coordination', 'EXPENSE', 5),
  ('TELEPHONY', '626', 'Téléphonie et outils', 'EXPENSE', 6),
  ('COMMUNICATION', '623', 'Communication aux acteurs du territoire', 'EXPENSE', 7),
  ('OTHER', '628', 'Autres charges', 'EXPENSE', 8);

CREATE TABLE expense (
  id        BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  territory VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day       DATE NOT NULL,
  account   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label     VARCHAR(200) NOT NULL,
  cents     BIGINT NOT NULL,
  INDEX expense_by_territory (territory, day),
  FOREIGN KEY (account) REFERENCES ledger_account (code)
) CHARACTER SET utf8mb4;
