-- What a gateway tells of an alert that it took, and how it names it. NULL: nothing yet, or the version before sent it.
ALTER TABLE alert
  ADD COLUMN IF NOT EXISTS queued_at_ms      BIGINT NULL,
  ADD COLUMN IF NOT EXISTS gateway_id        VARCHAR(100) NULL,
  ADD COLUMN IF NOT EXISTS delivered_at_ms   BIGINT NULL,
  ADD COLUMN IF NOT EXISTS undelivered_at_ms BIGINT NULL,
  ADD INDEX IF NOT EXISTS alert_named (gateway_id),
  ADD INDEX IF NOT EXISTS alert_of_territory (territory, queued_at_ms);
