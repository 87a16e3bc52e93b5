-- Rows of a large house, in the order in which they would have come. Every tenth or so is somebody's who has far more than others.
-- Ids are UUIDs (version 7 by their form) that go up with their number: id_of(kind, number).
SET session_replication_role = replica;
SET synchronous_commit = off;
SELECT setseed(0.42);

CREATE FUNCTION pg_temp.id_of(kind int, number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT format('0190%s-0000-7000-8000-%s', lpad(to_hex(kind), 4, '0'), lpad(to_hex(number), 12, '0')) $$;
-- The nth of so many moments, evenly over three years up to yesterday.
CREATE FUNCTION pg_temp.moment(number bigint, count bigint) RETURNS timestamp LANGUAGE sql STABLE AS
  $$ SELECT (now() AT TIME ZONE 'UTC') - interval '1096 days' + number * (interval '1095 days' / count) $$;
-- A number from 1 to `count`; small ones come much more often.
CREATE FUNCTION pg_temp.mostly_low(count int) RETURNS int LANGUAGE sql VOLATILE AS
  $$ SELECT 1 + floor(count * power(random(), 3))::int $$;
CREATE FUNCTION pg_temp.any_of(count int) RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT 1 + floor(count * random())::int $$;
CREATE FUNCTION pg_temp.word(salt int) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT (ARRAY['river','garden','winter','morning','bridge','harbour','portrait','window','silence','market','orchard','storm',
    'mountain','interior','evening','meadow','dancer','island','shadow','flowers','village','autumn','station','bather','still'])[1 + floor(25 * random())::int] $$;

INSERT INTO "Person" ("id", "name", "email", "emailVerified", "isAnonymous", "role", "pageOpenedAt", "createdAt", "updatedAt")
SELECT pg_temp.id_of(1, n), 'Person ' || n, n || '@example.org', true, n > 20000,
  (CASE WHEN n = 1 THEN 'OPERATOR' WHEN n <= 12 THEN 'CURATOR' WHEN n <= 10000 THEN 'ARTIST' ELSE 'VISITOR' END)::"Role",
  CASE WHEN n <= 10000 THEN now() END, pg_temp.moment(n, 60000), now()
FROM generate_series(1, 60000) n;

INSERT INTO "StoredFile" ("sha256", "bytes", "mimeType") SELECT lpad(to_hex(n), 64, '0'), 200000, 'image/webp' FROM generate_series(1, 100000) n;
INSERT INTO "Picture" ("id", "ownerId", "fileSha256", "width", "height", "blur", "colour", "createdAt")
SELECT pg_temp.id_of(2, n), NULL, lpad(to_hex(n), 64, '0'), 1600, 1200, 'data:image/webp;base64,' || repeat('A', 120), '#336699', pg_temp.moment(n, 100000)
FROM generate_series(1, 100000) n;

-- Triggers keep what searches look at, so they have to run here.
SET session_replication_role = origin;
ALTER TABLE "Artwork" DISABLE TRIGGER ALL;
ALTER TABLE "Artwork" ENABLE TRIGGER "Artwork_search_text";
INSERT INTO "Artwork" ("id", "kind", "ownerId", "pictureId", "visibility", "titleEn", "titleZh", "artistEn", "artistZh", "year", "mediumEn", "mediumZh",
  "widthCm", "heightCm", "depotAt", "tags", "fileName", "createdAt", "updatedAt")
SELECT pg_temp.id_of(3, n), 'UPLOADED', CASE WHEN n % 10 < 6 THEN pg_temp.id_of(1, CASE WHEN n % 20 = 1 THEN 13 ELSE 13 + pg_temp.any_of(9900) END) END,
  pg_temp.id_of(2, n), (CASE WHEN n % 10 = 0 THEN 'PRIVATE' ELSE 'PUBLIC' END)::"Visibility",
  'The ' || pg_temp.word(n) || ' ' || pg_temp.word(n) || CASE WHEN n % 9973 = 0 THEN ' with a zeppelin' ELSE '' END, CASE WHEN n % 9973 = 0 THEN '飞艇' ELSE '作品' END || n,
  'Artist ' || pg_temp.any_of(9900), '画家' || n, (1800 + n % 226)::text, 'Oil on canvas', '布面油画', 60 + n % 90, 50 + n % 70,
  CASE WHEN n % 10 >= 4 THEN pg_temp.moment(n, 100000) END, ARRAY[pg_temp.word(n), 'tag' || (n % 500)], 'scan-' || n || '.tif',
  pg_temp.moment(n, 100000), now()
FROM generate_series(1, 100000) n;
ALTER TABLE "Artwork" ENABLE TRIGGER ALL;
SET session_replication_role = replica;

INSERT INTO "Exhibition" ("id", "slug", "kind", "ownerId", "status", "titleEn", "titleZh", "opensAt", "closesAt", "isOpenCall", "position", "createdAt", "updatedAt")
SELECT pg_temp.id_of(4, n), 'show-' || n, 'EXHIBITION', NULL,
  (CASE WHEN n > 376 THEN 'OPEN' WHEN n > 360 THEN 'DRAFT' WHEN n > 340 THEN 'CLOSED' ELSE 'ARCHIVED' END)::"ExhibitionStatus",
  'Show ' || n, '展览' || n, NULL, NULL, n > 380, 0, pg_temp.moment(n, 400), now() FROM generate_series(1, 400) n;
INSERT INTO "Exhibition" ("id", "slug", "kind", "ownerId", "status", "titleEn", "titleZh", "position", "createdAt", "updatedAt")
SELECT pg_temp.id_of(4, 1000 + n), 'room-' || n, 'OWN_ROOM', pg_temp.id_of(1, 12 + n), 'OPEN', 'Room ' || n, '房间' || n, 0, pg_temp.moment(n, 6000), now()
FROM generate_series(1, 6000) n;
INSERT INTO "ExhibitionCurator" ("exhibitionId", "personId", "role") SELECT pg_temp.id_of(4, n), pg_temp.id_of(1, 2 + n % 11), 'LEAD' FROM generate_series(1, 400) n;
INSERT INTO "Room" ("id", "exhibitionId", "position", "nameEn", "nameZh", "plan")
SELECT pg_temp.id_of(5, n), pg_temp.id_of(4, n), 0, 'Room', '展室', :plan::jsonb FROM generate_series(1, 7000) n WHERE n <= 400 OR n > 1000;
INSERT INTO "Hanging" ("id", "roomId", "artworkId", "wall", "slot")
SELECT pg_temp.id_of(6, n * 64 + slot), pg_temp.id_of(5, n), pg_temp.id_of(3, 1 + (n * 37 + slot * 11) % 100000),
  (ARRAY['west', 'north', 'east', 'south'])[1 + slot % 4], slot / 4
FROM generate_series(1, 7000) n, generate_series(0, 39) slot WHERE n <= 400 OR (n > 1000 AND slot < 8);

INSERT INTO "Like" ("personId", "artworkId", "createdAt")
SELECT pg_temp.id_of(1, pg_temp.any_of(60000)), pg_temp.id_of(3, pg_temp.mostly_low(100000)), pg_temp.moment(n, 1030000)
FROM generate_series(1, 1030000) n ON CONFLICT DO NOTHING;
INSERT INTO "Favourite" ("personId", "artworkId", "createdAt")
SELECT pg_temp.id_of(1, CASE WHEN n % 40 = 0 THEN 15 ELSE pg_temp.any_of(60000) END), pg_temp.id_of(3, pg_temp.mostly_low(100000)), pg_temp.moment(n, 300000)
FROM generate_series(1, 300000) n ON CONFLICT DO NOTHING;
UPDATE "Artwork" a SET "likeCount" = c.n FROM (SELECT "artworkId", count(*) n FROM "Like" GROUP BY 1) c WHERE c."artworkId" = a."id";

INSERT INTO "Collection" ("id", "ownerId", "kind", "title", "isPublic", "createdAt")
SELECT pg_temp.id_of(7, n), pg_temp.id_of(1, CASE WHEN n <= 180 THEN 15 ELSE 13 + pg_temp.any_of(9900) END), 'COLLECTION', 'Collection ' || n, n % 2 = 0, pg_temp.moment(n, 30000)
FROM generate_series(1, 30000) n;
INSERT INTO "CollectionEntry" ("collectionId", "artworkId", "createdAt")
SELECT pg_temp.id_of(7, 1 + n % 30000), pg_temp.id_of(3, pg_temp.any_of(100000)), pg_temp.moment(n, 240000) FROM generate_series(1, 240000) n ON CONFLICT DO NOTHING;

INSERT INTO "Follow" ("id", "personId", "artistId", "createdAt")
SELECT pg_temp.id_of(17, n), pg_temp.id_of(1, CASE WHEN n % 50 = 0 THEN 15 ELSE pg_temp.any_of(60000) END), pg_temp.id_of(1, 13 + pg_temp.any_of(9900)), pg_temp.moment(n, 150000)
FROM generate_series(1, 150000) n ON CONFLICT DO NOTHING;
INSERT INTO "Comment" ("id", "artworkId", "personId", "text", "hiddenAt", "createdAt")
SELECT pg_temp.id_of(8, n), pg_temp.id_of(3, CASE WHEN n % 20 = 0 THEN 1 ELSE pg_temp.mostly_low(100000) END), pg_temp.id_of(1, pg_temp.any_of(20000)), 'What light.',
  CASE WHEN n % 50 = 0 THEN now() END, pg_temp.moment(n, 200000) FROM generate_series(1, 200000) n;
INSERT INTO "BookEntry" ("id", "exhibitionId", "personId", "name", "text", "hiddenAt", "createdAt")
SELECT pg_temp.id_of(9, n), pg_temp.id_of(4, CASE WHEN n % 5 = 0 THEN 400 ELSE pg_temp.any_of(400) END), pg_temp.id_of(1, pg_temp.any_of(60000)), 'Ada', 'We came back twice.',
  CASE WHEN n % 50 = 0 THEN now() END, pg_temp.moment(n, 120000) FROM generate_series(1, 120000) n;
INSERT INTO "Notice" ("id", "personId", "content", "readAt", "createdAt")
SELECT pg_temp.id_of(10, n), pg_temp.id_of(1, CASE WHEN n % 30 = 0 THEN 15 ELSE pg_temp.any_of(20000) END),
  jsonb_build_object('kind', 'opening', 'slug', 'show-400', 'title', jsonb_build_object('en', 'Show', 'zh', '展览')), CASE WHEN n / 30 % 10 > 0 THEN now() END, pg_temp.moment(n, 300000)
FROM generate_series(1, 300000) n;

INSERT INTO "Submission" ("id", "exhibitionId", "artworkId", "personId", "status", "wantsChanges", "decidedById", "decidedAt", "submittedAt", "createdAt")
SELECT pg_temp.id_of(11, n), pg_temp.id_of(4, 381 + n % 20), pg_temp.id_of(3, 1 + n % 100000), pg_temp.id_of(1, CASE WHEN n % 50 = 0 THEN 15 ELSE 13 + pg_temp.any_of(9900) END),
  (ARRAY['DECLINED', 'DECLINED', 'ACCEPTED', 'PENDING'])[1 + n % 4]::"SubmissionStatus", n % 8 = 0,
  CASE WHEN n % 4 < 3 THEN pg_temp.id_of(1, 2) END, CASE WHEN n % 4 < 3 THEN now() END, pg_temp.moment(n, 60000), pg_temp.moment(n, 60000)
FROM generate_series(1, 60000) n ON CONFLICT DO NOTHING;
INSERT INTO "SubmissionStep" ("id", "submissionId", "kind", "createdAt")
SELECT pg_temp.id_of(12, n), pg_temp.id_of(11, 1 + n % 60000), 'OFFERED', pg_temp.moment(n, 120000) FROM generate_series(1, 120000) n;

INSERT INTO "ModerationCase" ("id", "subjectKind", "subjectId", "status", "openedAt")
SELECT pg_temp.id_of(13, n), 'artwork', pg_temp.id_of(3, n), (ARRAY['OPEN', 'UPHELD', 'DISMISSED'])[1 + n % 3]::"CaseStatus", pg_temp.moment(n, 30000) FROM generate_series(1, 30000) n;
INSERT INTO "Report" ("id", "caseId", "reporterId", "reason", "createdAt")
SELECT pg_temp.id_of(14, n), pg_temp.id_of(13, 1 + n % 30000), pg_temp.id_of(1, n), 'other', pg_temp.moment(n, 60000) FROM generate_series(1, 60000) n;

INSERT INTO "AuditEntry" ("actorId", "action", "subjectType", "subjectId", "createdAt")
SELECT pg_temp.id_of(1, 1 + n % 12), 'exhibition.changed', 'exhibition', pg_temp.id_of(4, CASE WHEN n % 20 = 0 THEN 400 ELSE pg_temp.any_of(400) END), pg_temp.moment(n, 500000)
FROM generate_series(1, 500000) n;

INSERT INTO "Style" ("id", "titleEn", "titleZh", "artistEn", "artistZh", "year", "school", "position", "code", "codeLength", "modelName", "modelVersion", "updatedAt")
SELECT 'master-' || n, 'Manner ' || n, '画风' || n, 'Master', '大师', '1900', '', n, decode(repeat('00', 512), 'hex'), 128, 'stylizer', '1', now() FROM generate_series(1, 24) n;
INSERT INTO "PortraitOrder" ("id", "personId", "idempotencyKey", "photoId", "styleId", "strength", "longSide", "cacheKey", "status", "failureCode",
  "paintingId", "createdAt", "queuedAt", "finishedAt", "updatedAt", "progress")
SELECT pg_temp.id_of(15, n), pg_temp.id_of(1, CASE WHEN n % 100 = 0 THEN 15 ELSE pg_temp.any_of(60000) END), 'key-' || n, pg_temp.id_of(2, 1 + n % 100000),
  CASE WHEN n % 3 = 0 THEN pg_temp.id_of(3, 1 + n % 1000) ELSE 'master-' || (1 + n % 24) END, 1, 768, 'cache-' || n,
  (CASE WHEN n > 199900 THEN 'QUEUED' WHEN n % 40 = 0 THEN 'FAILED' WHEN n % 41 = 0 THEN 'CANCELLED' ELSE 'PAINTED' END)::"PortraitStatus",
  CASE WHEN n > 199900 THEN NULL WHEN n % 400 = 0 THEN 'set_aside' WHEN n % 40 = 0 THEN 'painter_failed' END, pg_temp.id_of(2, 1 + n % 100000),
  pg_temp.moment(n, 200000), pg_temp.moment(n, 200000), CASE WHEN n <= 199900 THEN pg_temp.moment(n, 200000) END, now(), 1
FROM generate_series(1, 200000) n;
INSERT INTO "Style" ("id", "titleEn", "titleZh", "artistEn", "artistZh", "year", "school", "artworkId", "updatedAt")
SELECT pg_temp.id_of(3, n), 'Work ' || n, '作品' || n, 'Artist', '画家', '1900', '', pg_temp.id_of(3, n), now() FROM generate_series(1, 1000) n;
INSERT INTO "PortraitResult" ("id", "cacheKey", "fileSha256", "width", "height", "modelName", "modelVersion", "quality", "provider", "paintingMs", "createdAt")
SELECT pg_temp.id_of(16, n), 'cache-' || n, lpad(to_hex(1 + n % 100000), 64, '0'), 768, 576, 'stylizer', '1', 'PAINTING', 'cpu', 900, pg_temp.moment(n, 150000)
FROM generate_series(1, 150000) n;

INSERT INTO "ExhibitionDay" ("exhibitionId", "day", "visits", "hallVisits")
SELECT pg_temp.id_of(4, n), current_date - day, 40, 20 FROM generate_series(1, 7000) n, generate_series(0, 729) day
WHERE (n BETWEEN 341 AND 400 OR n BETWEEN 1001 AND 1100) ON CONFLICT DO NOTHING;
INSERT INTO "WorkDay" ("exhibitionId", "artworkId", "day", "hallLooks", "hallSeconds", "pageLooks", "pageSeconds")
SELECT pg_temp.id_of(4, n), pg_temp.id_of(3, 1 + (n * 37 + slot * 11) % 100000), current_date - day, 12, 300, 5, 80
FROM generate_series(341, 400) n, generate_series(0, 39) slot, generate_series(0, 364) day ON CONFLICT DO NOTHING;

SET session_replication_role = origin;
