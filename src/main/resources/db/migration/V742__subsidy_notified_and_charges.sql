-- What the ARS notified, apart from what was received, and the employer's charges. A hospital's own chart of accounts keeps its order.
INSERT IGNORE INTO ledger_account (code, number, label, side, position) VALUES
  ('NOTIFIED', '441', 'Subvention FIR notifiée par l’ARS', 'INCOME', 0),
  ('EMPLOYER_CHARGES', '645', 'Charges patronales sur les forfaits', 'EXPENSE', 9);
