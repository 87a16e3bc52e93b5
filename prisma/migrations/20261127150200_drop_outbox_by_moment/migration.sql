-- What waits is in "OutboxEntry_due"; what was sent is thrown away from the front of the table. Each sending had to write to it.
DROP INDEX CONCURRENTLY "OutboxEntry_dispatchedAt_id_idx";
