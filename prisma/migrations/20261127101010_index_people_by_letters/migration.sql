-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Person_namePairs_idx" ON "Person" USING GIN ("namePairs");
