-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_searchText_idx" ON "Artwork" USING GIN ("searchText" gin_trgm_ops);
