-- One file holds everything: the records, what is searched, what is counted. It is written once and then only read.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- The records in the order of the files. `n` counts them from 1 without a gap.
CREATE TABLE record (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);

-- The values of the facets: kinds (0), archives (1), collections (2), each with the number of its records.
CREATE TABLE term (n INTEGER PRIMARY KEY, facet INTEGER NOT NULL, words TEXT NOT NULL, records INTEGER NOT NULL);

-- What is filtered and counted, in narrow rows. Years: of the first and the last day that the date can mean.
CREATE TABLE facts (
    n INTEGER PRIMARY KEY, kind INTEGER, archive INTEGER, collection INTEGER, first INTEGER, last INTEGER,
    folder INTEGER, place INTEGER
);

CREATE VIRTUAL TABLE words USING fts5 (title, people, body, content = '', tokenize = 'unicode61 remove_diacritics 2');
