-- What followers have not been told of, without reading what is settled. Alone, so that nobody waits while it is built.
CREATE INDEX CONCURRENTLY "Artwork_to_be_told" ON "Artwork" ("ownerId") WHERE "shownToldAt" IS NULL AND "visibility" = 'PUBLIC' AND "ownerId" IS NOT NULL;
