-- Whoever holds the first rung for a part of a duty and the back-up for another may ask for each; a node of before asks for one of them.
ALTER TABLE replacement_request
    ADD UNIQUE KEY IF NOT EXISTS replacement_request_open_on (territory, duty_date, giver_id, rung, open_mark),
    DROP KEY IF EXISTS replacement_request_open;
