-- Alone, so that nobody waits while it is built. Figures ask for stretches of days; rows come in the order of time, so ranges of pages are enough.
CREATE INDEX CONCURRENTLY "Favourite_createdAt_idx" ON "Favourite" USING BRIN ("createdAt");
