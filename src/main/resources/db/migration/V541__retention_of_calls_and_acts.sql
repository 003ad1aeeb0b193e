-- Up to when the trace of calls was erased. What the indicators counted before that is all there is: a rebuild leaves it.
CREATE TABLE trace_erased (
  id        INT    NOT NULL PRIMARY KEY,
  before_ms BIGINT NOT NULL
) CHARACTER SET utf8mb4;

INSERT INTO trace_erased VALUES (1, 0);

CREATE INDEX outcome_revision_by_author ON outcome_revision (author);

-- The history of planning names people: it is kept for its time, a year at least, and not for ever.
DROP TRIGGER planning_act_is_never_erased;

DELIMITER $$
CREATE TRIGGER planning_act_is_kept BEFORE DELETE ON planning_act FOR EACH ROW
BEGIN
  IF OLD.recorded_at > UTC_TIMESTAMP() - INTERVAL 1 YEAR THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'planning_act is kept for a year at least';
  END IF;
END $$
DELIMITER ;
