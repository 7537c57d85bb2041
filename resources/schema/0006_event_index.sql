-- The index by account and time holds all that deciding reads of an event, in its order: one
-- account's events lie together, however many others arrived in between.

DROP INDEX event_by_account;
CREATE INDEX event_by_account
ON event (account_id, at_ms, id, kind, source_key, contact_id, deal_id, amount, bot);
