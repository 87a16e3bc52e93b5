-- As for works: trigrams know letters by the database's locale, and where that is C, none of Chinese. Names of two or three letters
-- are found by these.
ALTER TABLE "Person" ADD COLUMN "namePairs" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- Letters that are not ASCII, alone and with the one after or before them in their word, each once.
CREATE FUNCTION "Person_letter_pairs"(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT part), '{}') FROM (
    SELECT substr(words, start, size) AS part FROM generate_series(1, length(words)) AS start, generate_series(1, 2) AS size
  ) AS parts WHERE octet_length(part) > length(part) AND part !~ '\s'
$$;

-- Whoever writes a name, in whatever release, keeps its letters.
CREATE FUNCTION "Person_keep_name_pairs"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."namePairs" := "Person_letter_pairs"(lower(NEW."name"));
  RETURN NEW;
END $$;

CREATE TRIGGER "Person_name_pairs" BEFORE INSERT OR UPDATE OF "name" ON "Person" FOR EACH ROW EXECUTE FUNCTION "Person_keep_name_pairs"();

UPDATE "Person" SET "name" = "name" WHERE octet_length("name") > length("name");
