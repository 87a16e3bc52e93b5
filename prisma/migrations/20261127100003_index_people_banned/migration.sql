-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Person_bannedAt_idx" ON "Person"("bannedAt");
