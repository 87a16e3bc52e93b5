-- Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_fileName_idx" ON "Artwork"("fileName");
