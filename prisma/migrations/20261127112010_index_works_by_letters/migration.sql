-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_searchPairs_idx" ON "Artwork" USING GIN ("searchPairs");
