-- The link by which an account's password is chosen is kept no longer than its mail needs to leave (NoticeRow).
UPDATE notice SET body = REGEXP_REPLACE(body, 'jeton=[A-Za-z0-9_-]+', 'jeton=…')
WHERE sent_at IS NOT NULL AND body LIKE '%jeton=%';
