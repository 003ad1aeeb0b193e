-- For whose coordination an alert on a device is shown. NULL: written by the version before, and shown to none.
ALTER TABLE device_alert
  ADD COLUMN IF NOT EXISTS territory VARCHAR(32) NULL,
  ADD INDEX IF NOT EXISTS device_alert_of_territory (territory, queued_at);
