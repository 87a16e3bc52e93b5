-- Alone, so that nobody waits while it is built. What waits is taken in this order, a batch at a time, however much there is.
CREATE INDEX CONCURRENTLY "OutboxEntry_due" ON "OutboxEntry" ("attempts", "id") WHERE "dispatchedAt" IS NULL;
