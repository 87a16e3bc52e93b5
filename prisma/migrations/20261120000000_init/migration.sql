-- CreateEnum
CREATE TYPE "ArtworkKind" AS ENUM ('UPLOADED', 'PAINTED', 'IMPORTED');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('PRIVATE', 'PUBLIC');

-- CreateEnum
CREATE TYPE "ExhibitionKind" AS ENUM ('EXHIBITION', 'OWN_ROOM');

-- CreateEnum
CREATE TYPE "ExhibitionStatus" AS ENUM ('DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "SubmissionStatus" AS ENUM ('PENDING', 'ACCEPTED', 'DECLINED');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VISITOR', 'ARTIST', 'CURATOR', 'OPERATOR');

-- CreateEnum
CREATE TYPE "PortraitStatus" AS ENUM ('QUEUED', 'PAINTING', 'PAINTED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PortraitQuality" AS ENUM ('SKETCH', 'PAINTING', 'MASTER');

-- CreateTable
CREATE TABLE "Artwork" (
    "id" TEXT NOT NULL,
    "kind" "ArtworkKind" NOT NULL,
    "ownerId" TEXT,
    "pictureId" TEXT NOT NULL,
    "styleId" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'PRIVATE',
    "titleEn" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "artistEn" TEXT NOT NULL,
    "artistZh" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "mediumEn" TEXT NOT NULL,
    "mediumZh" TEXT NOT NULL,
    "creditEn" TEXT NOT NULL DEFAULT '',
    "creditZh" TEXT NOT NULL DEFAULT '',
    "descriptionEn" TEXT NOT NULL DEFAULT '',
    "descriptionZh" TEXT NOT NULL DEFAULT '',
    "widthCm" DOUBLE PRECISION NOT NULL,
    "heightCm" DOUBLE PRECISION NOT NULL,
    "likeCount" INTEGER NOT NULL DEFAULT 0,
    "favouriteCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Artwork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Like" (
    "personId" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Like_pkey" PRIMARY KEY ("personId","artworkId")
);

-- CreateTable
CREATE TABLE "Favourite" (
    "personId" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("personId","artworkId")
);

-- CreateTable
CREATE TABLE "Exhibition" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "ExhibitionKind" NOT NULL DEFAULT 'EXHIBITION',
    "ownerId" TEXT,
    "status" "ExhibitionStatus" NOT NULL DEFAULT 'DRAFT',
    "titleEn" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "textEn" TEXT NOT NULL DEFAULT '',
    "textZh" TEXT NOT NULL DEFAULT '',
    "opensAt" TIMESTAMP(3),
    "closesAt" TIMESTAMP(3),
    "isOpenCall" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Exhibition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL,
    "exhibitionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hanging" (
    "id" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "wall" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Hanging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" TEXT NOT NULL,
    "exhibitionId" TEXT NOT NULL,
    "artworkId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "status" "SubmissionStatus" NOT NULL DEFAULT 'PENDING',
    "note" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEntry" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dispatchedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutboxEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
    "role" "Role" NOT NULL DEFAULT 'VISITOR',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mimeType" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Picture" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT,
    "fileSha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "blur" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Derivative" (
    "sourceSha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "height" INTEGER NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Derivative_pkey" PRIMARY KEY ("sourceSha256","width","format")
);

-- CreateTable
CREATE TABLE "PortraitOrder" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "photoId" TEXT NOT NULL,
    "styleId" TEXT NOT NULL,
    "strength" DOUBLE PRECISION NOT NULL,
    "longSide" INTEGER NOT NULL,
    "quality" "PortraitQuality" NOT NULL DEFAULT 'PAINTING',
    "seed" INTEGER NOT NULL DEFAULT 0,
    "keepColours" BOOLEAN NOT NULL DEFAULT false,
    "cacheKey" TEXT NOT NULL,
    "rung" INTEGER NOT NULL DEFAULT 0,
    "status" "PortraitStatus" NOT NULL DEFAULT 'QUEUED',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "stage" TEXT,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "previewKey" TEXT,
    "failureCode" TEXT,
    "claimsLeft" INTEGER NOT NULL DEFAULT 4,
    "workerId" TEXT,
    "heartbeatAt" TIMESTAMP(3),
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "paintingId" TEXT,
    "artworkId" TEXT,
    "resultId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PortraitOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PortraitResult" (
    "id" TEXT NOT NULL,
    "cacheKey" TEXT NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "modelName" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "quality" "PortraitQuality" NOT NULL,
    "provider" TEXT NOT NULL,
    "paintingMs" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PortraitResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkerPresence" (
    "id" TEXT NOT NULL,
    "modelName" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "secondsPerMegapixel" DOUBLE PRECISION,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkerPresence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Style" (
    "id" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "artistEn" TEXT NOT NULL,
    "artistZh" TEXT NOT NULL,
    "year" TEXT NOT NULL,
    "school" TEXT NOT NULL,
    "code" BYTEA NOT NULL,
    "codeLength" INTEGER NOT NULL,
    "modelName" TEXT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "position" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Style_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Artwork_ownerId_createdAt_idx" ON "Artwork"("ownerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Artwork_pictureId_idx" ON "Artwork"("pictureId");

-- CreateIndex
CREATE INDEX "Artwork_styleId_idx" ON "Artwork"("styleId");

-- CreateIndex
CREATE INDEX "Like_artworkId_idx" ON "Like"("artworkId");

-- CreateIndex
CREATE INDEX "Favourite_personId_createdAt_idx" ON "Favourite"("personId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Favourite_artworkId_idx" ON "Favourite"("artworkId");

-- CreateIndex
CREATE UNIQUE INDEX "Exhibition_slug_key" ON "Exhibition"("slug");

-- CreateIndex
CREATE INDEX "Exhibition_kind_status_position_idx" ON "Exhibition"("kind", "status", "position");

-- CreateIndex
CREATE INDEX "Exhibition_ownerId_idx" ON "Exhibition"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Room_exhibitionId_position_key" ON "Room"("exhibitionId", "position");

-- CreateIndex
CREATE INDEX "Hanging_artworkId_idx" ON "Hanging"("artworkId");

-- CreateIndex
CREATE UNIQUE INDEX "Hanging_roomId_wall_slot_key" ON "Hanging"("roomId", "wall", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "Hanging_roomId_artworkId_key" ON "Hanging"("roomId", "artworkId");

-- CreateIndex
CREATE INDEX "Submission_status_createdAt_idx" ON "Submission"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_exhibitionId_artworkId_key" ON "Submission"("exhibitionId", "artworkId");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_idx" ON "AuditEntry"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEntry_createdAt_idx" ON "AuditEntry"("createdAt");

-- CreateIndex
CREATE INDEX "OutboxEntry_dispatchedAt_id_idx" ON "OutboxEntry"("dispatchedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxEntry_topic_key_key" ON "OutboxEntry"("topic", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Picture_ownerId_idx" ON "Picture"("ownerId");

-- CreateIndex
CREATE INDEX "Picture_fileSha256_idx" ON "Picture"("fileSha256");

-- CreateIndex
CREATE INDEX "Derivative_fileSha256_idx" ON "Derivative"("fileSha256");

-- CreateIndex
CREATE UNIQUE INDEX "PortraitOrder_artworkId_key" ON "PortraitOrder"("artworkId");

-- CreateIndex
CREATE INDEX "PortraitOrder_personId_createdAt_idx" ON "PortraitOrder"("personId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "PortraitOrder_status_createdAt_idx" ON "PortraitOrder"("status", "createdAt");

-- CreateIndex
CREATE INDEX "PortraitOrder_cacheKey_idx" ON "PortraitOrder"("cacheKey");

-- CreateIndex
CREATE INDEX "PortraitOrder_photoId_idx" ON "PortraitOrder"("photoId");

-- CreateIndex
CREATE INDEX "PortraitOrder_paintingId_idx" ON "PortraitOrder"("paintingId");

-- CreateIndex
CREATE INDEX "PortraitOrder_resultId_idx" ON "PortraitOrder"("resultId");

-- CreateIndex
CREATE UNIQUE INDEX "PortraitOrder_personId_idempotencyKey_key" ON "PortraitOrder"("personId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "PortraitResult_cacheKey_key" ON "PortraitResult"("cacheKey");

-- CreateIndex
CREATE INDEX "PortraitResult_fileSha256_idx" ON "PortraitResult"("fileSha256");

-- CreateIndex
CREATE INDEX "PortraitResult_lastUsedAt_idx" ON "PortraitResult"("lastUsedAt");

-- AddForeignKey
ALTER TABLE "Artwork" ADD CONSTRAINT "Artwork_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Artwork" ADD CONSTRAINT "Artwork_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Artwork" ADD CONSTRAINT "Artwork_styleId_fkey" FOREIGN KEY ("styleId") REFERENCES "Style"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Like" ADD CONSTRAINT "Like_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Like" ADD CONSTRAINT "Like_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exhibition" ADD CONSTRAINT "Exhibition_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Room" ADD CONSTRAINT "Room_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hanging" ADD CONSTRAINT "Hanging_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hanging" ADD CONSTRAINT "Hanging_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_exhibitionId_fkey" FOREIGN KEY ("exhibitionId") REFERENCES "Exhibition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_fileSha256_fkey" FOREIGN KEY ("fileSha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Derivative" ADD CONSTRAINT "Derivative_sourceSha256_fkey" FOREIGN KEY ("sourceSha256") REFERENCES "StoredFile"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Derivative" ADD CONSTRAINT "Derivative_fileSha256_fkey" FOREIGN KEY ("fileSha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "Picture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_paintingId_fkey" FOREIGN KEY ("paintingId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_styleId_fkey" FOREIGN KEY ("styleId") REFERENCES "Style"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_artworkId_fkey" FOREIGN KEY ("artworkId") REFERENCES "Artwork"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitOrder" ADD CONSTRAINT "PortraitOrder_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "PortraitResult"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortraitResult" ADD CONSTRAINT "PortraitResult_fileSha256_fkey" FOREIGN KEY ("fileSha256") REFERENCES "StoredFile"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say: values that would be a lie are refused by the database itself.

ALTER TABLE "StoredFile"
  ADD CONSTRAINT "StoredFile_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "StoredFile_bytes_positive" CHECK ("bytes" > 0);

ALTER TABLE "Picture"
  ADD CONSTRAINT "Picture_size_positive" CHECK ("width" > 0 AND "height" > 0),
  ADD CONSTRAINT "Picture_colour_form" CHECK ("colour" ~ '^#[0-9a-f]{6}$');

ALTER TABLE "Derivative"
  ADD CONSTRAINT "Derivative_size_positive" CHECK ("width" > 0 AND "height" > 0),
  ADD CONSTRAINT "Derivative_format_known" CHECK ("format" IN ('webp', 'jpg', 'avif'));

ALTER TABLE "Artwork"
  ADD CONSTRAINT "Artwork_likes_not_negative" CHECK ("likeCount" >= 0),
  ADD CONSTRAINT "Artwork_favourites_not_negative" CHECK ("favouriteCount" >= 0),
  ADD CONSTRAINT "Artwork_size_physical" CHECK ("widthCm" > 0 AND "widthCm" <= 2000 AND "heightCm" > 0 AND "heightCm" <= 2000),
  ADD CONSTRAINT "Artwork_titled" CHECK (length("titleEn") > 0 AND length("titleZh") > 0);

ALTER TABLE "Exhibition"
  ADD CONSTRAINT "Exhibition_slug_form" CHECK ("slug" ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  ADD CONSTRAINT "Exhibition_closes_after_opening" CHECK ("closesAt" IS NULL OR "opensAt" IS NULL OR "closesAt" > "opensAt"),
  ADD CONSTRAINT "Exhibition_scheduled_has_time" CHECK ("status" <> 'SCHEDULED' OR "opensAt" IS NOT NULL),
  ADD CONSTRAINT "Exhibition_own_room_has_owner" CHECK ("kind" <> 'OWN_ROOM' OR "ownerId" IS NOT NULL);

-- One room of one's own.
CREATE UNIQUE INDEX "Exhibition_one_own_room" ON "Exhibition" ("ownerId") WHERE "kind" = 'OWN_ROOM';

ALTER TABLE "Hanging" ADD CONSTRAINT "Hanging_slot_not_negative" CHECK ("slot" >= 0);

ALTER TABLE "Submission" ADD CONSTRAINT "Submission_decided_by_someone"
  CHECK (("status" = 'PENDING') = ("decidedAt" IS NULL));

ALTER TABLE "Style" ADD CONSTRAINT "Style_code_whole" CHECK (octet_length("code") = "codeLength" * 4 AND "codeLength" > 0);

ALTER TABLE "PortraitOrder"
  ADD CONSTRAINT "PortraitOrder_strength_range" CHECK ("strength" >= 0 AND "strength" <= 1),
  ADD CONSTRAINT "PortraitOrder_progress_range" CHECK ("progress" >= 0 AND "progress" <= 1),
  ADD CONSTRAINT "PortraitOrder_size_range" CHECK ("longSide" BETWEEN 64 AND 4096),
  ADD CONSTRAINT "PortraitOrder_fence_not_negative" CHECK ("attempt" >= 0 AND "sequence" >= 0 AND "claimsLeft" >= 0),
  ADD CONSTRAINT "PortraitOrder_painted_has_painting" CHECK ("status" <> 'PAINTED' OR "paintingId" IS NOT NULL),
  ADD CONSTRAINT "PortraitOrder_failed_has_reason" CHECK (("status" = 'FAILED') = ("failureCode" IS NOT NULL)),
  ADD CONSTRAINT "PortraitOrder_ended_has_time" CHECK (("status" IN ('PAINTED', 'FAILED', 'CANCELLED')) = ("finishedAt" IS NOT NULL));

ALTER TABLE "Person" ADD CONSTRAINT "Person_guest_is_visitor" CHECK (NOT "isAnonymous" OR "role" = 'VISITOR');

-- The sweeper's two questions, answered without reading what is settled.
CREATE INDEX "OutboxEntry_waiting" ON "OutboxEntry" ("id") WHERE "dispatchedAt" IS NULL;
CREATE INDEX "PortraitOrder_unfinished" ON "PortraitOrder" ("createdAt") WHERE "status" IN ('QUEUED', 'PAINTING');
