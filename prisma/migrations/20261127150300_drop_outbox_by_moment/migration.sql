-- What waits is in "OutboxEntry_due", what was sent in "OutboxEntry_dispatchedAt_idx".
DROP INDEX CONCURRENTLY "OutboxEntry_dispatchedAt_id_idx";
