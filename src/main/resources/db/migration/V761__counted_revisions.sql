-- beside the version before: the triggers refuse nothing and write only to a table that it does not know; its changes count too.
CREATE TRIGGER counted_call_comes AFTER INSERT ON counted_call FOR EACH ROW
  INSERT INTO counted_revision VALUES (NEW.territory, NEW.received_at_ms DIV 900000, 1)
  ON DUPLICATE KEY UPDATE revision = revision + 1;

CREATE TRIGGER counted_call_goes AFTER DELETE ON counted_call FOR EACH ROW
  INSERT INTO counted_revision VALUES (OLD.territory, OLD.received_at_ms DIV 900000, 1)
  ON DUPLICATE KEY UPDATE revision = revision + 1;

CREATE TRIGGER counted_call_changes AFTER UPDATE ON counted_call FOR EACH ROW
  INSERT INTO counted_revision VALUES
    (OLD.territory, OLD.received_at_ms DIV 900000, 1), (NEW.territory, NEW.received_at_ms DIV 900000, 1)
  ON DUPLICATE KEY UPDATE revision = revision + 1;
