-- Trigrams know letters by the database's locale; where that is C, they know none of Chinese. Pairs of letters are found whatever it is.
ALTER TABLE "Artwork" ADD COLUMN "searchPairs" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- Letters that are not ASCII, alone and with the one after or before them in their word, each once.
CREATE FUNCTION "Artwork_letter_pairs"(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT part), '{}') FROM (
    SELECT substr(words, start, size) AS part FROM generate_series(1, length(words)) AS start, generate_series(1, 2) AS size
  ) AS parts WHERE octet_length(part) > length(part) AND part !~ '\s'
$$;

CREATE OR REPLACE FUNCTION "Artwork_keep_search_text"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchText" := lower(concat_ws(' ', NEW."titleEn", NEW."titleZh", NEW."artistEn", NEW."artistZh", NEW."year",
    NEW."mediumEn", NEW."mediumZh", NEW."fileName", array_to_string(NEW."tags", ' ')));
  NEW."searchPairs" := "Artwork_letter_pairs"(NEW."searchText");
  RETURN NEW;
END $$;

UPDATE "Artwork" SET "titleEn" = "titleEn";
