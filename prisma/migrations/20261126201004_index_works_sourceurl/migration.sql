-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_sourceUrl_idx" ON "Artwork"("sourceUrl");
