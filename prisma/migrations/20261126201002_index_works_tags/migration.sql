-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_tags_idx" ON "Artwork" USING GIN ("tags");
