CREATE UNIQUE INDEX term_words ON term (facet, words);
CREATE INDEX facts_kind ON facts (kind);
CREATE INDEX facts_archive ON facts (archive);
CREATE INDEX facts_collection ON facts (collection);
CREATE INDEX facts_first ON facts (first, last) WHERE first IS NOT NULL;
CREATE INDEX facts_folder ON facts (folder, place) WHERE folder IS NOT NULL;
