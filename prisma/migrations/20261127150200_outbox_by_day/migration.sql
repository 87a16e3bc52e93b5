-- Alone, so that nobody waits while it is built. What was sent a day ago is found by it and thrown away; each sending writes next to nothing to it.
CREATE INDEX CONCURRENTLY "OutboxEntry_dispatchedAt_idx" ON "OutboxEntry" USING BRIN ("dispatchedAt");
