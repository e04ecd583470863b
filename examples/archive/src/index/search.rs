//! Searches, and the counts next to them.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use prefercite::Document;
use rusqlite::{Connection, ErrorCode, OptionalExtension, params_from_iter, types::Value};

use super::{Index, IndexError, kept, words};

/// The maximum number of matches that are counted and can be reached. It limits the cost of a search. A user with
/// more matches adds a word.
const MOST: usize = 10_000;

/// The number of records on a page.
const PAGE: usize = 20;

/// The number of values that a facet shows.
const VALUES: usize = 10;

/// The time limit of a search.
const LIMIT: Duration = Duration::from_secs(3);

/// A query. An empty one finds all records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words anywhere.
    pub words: String,
    /// Words of the names of writers, recipients and participants.
    pub people: String,
    /// The kind, the archive and the collection, each as in the facets.
    pub facets: [Option<String>; 3],
    /// The first year.
    pub from: Option<i32>,
    /// The last year.
    pub to: Option<i32>,
    /// The page, from 1.
    pub page: usize,
}

/// A page of results.
#[derive(Debug, Default)]
pub struct Results {
    /// The number of matches, at most 10,000.
    pub total: usize,
    /// Whether there are more than `total`.
    pub more: bool,
    /// The number of pages.
    pub pages: usize,
    /// The records of this page.
    pub documents: Vec<Document>,
    /// The facets of the matches, to narrow the search.
    pub facets: Vec<Facet>,
}

/// A property that can narrow a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its key in a query.
    pub key: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Its most frequent values.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value.
    pub words: String,
    /// The number of matches with this value.
    pub records: i64,
}

/// The facets, in the order of [`Query::facets`]: their keys, headings and columns.
pub(crate) const FACETS: [(&str, &str); 3] = [("kind", "Kind"), ("archive", "Archive"), ("collection", "Collection")];

/// Data of the whole archive, independent of a search.
#[derive(Clone, Debug, Default)]
pub(super) struct Totals {
    pub(super) records: i64,
    facets: Vec<Facet>,
}

impl Totals {
    pub(super) fn of(connection: &Connection) -> Result<Self, rusqlite::Error> {
        let sql = "SELECT value FROM meta WHERE key = 'records'";
        let records: String = connection.query_row(sql, [], |row| row.get(0))?;
        let mut facets = Vec::new();
        for (number, (key, heading)) in (0_i64..).zip(FACETS) {
            let mut terms = connection
                .prepare("SELECT words, records FROM term WHERE facet = ?1 ORDER BY records DESC, words LIMIT ?2")?;
            let values = terms.query_map([number, VALUES as i64], |row| {
                Ok(FacetValue { words: row.get(0)?, records: row.get(1)? })
            })?;
            facets.push(Facet { key, heading, values: values.collect::<Result<_, _>>()? });
        }
        Ok(Totals { records: records.parse().unwrap_or_default(), facets })
    }
}

impl Index {
    /// Runs a query.
    ///
    /// # Errors
    ///
    /// Returns an error if the search takes too long, or the index cannot be read.
    pub fn search(&self, query: &Query) -> Result<Results, IndexError> {
        let page = query.page.max(1);
        let Some(conditions) = self.ask(|connection| Conditions::of(query, connection))? else {
            return Ok(Results::default());
        };
        if conditions.is_empty() {
            return self.browse(page);
        }
        self.ask(|connection| {
            let until = Instant::now() + LIMIT;
            connection.progress_handler(20_000, Some(move || Instant::now() > until));
            let found = conditions.search(connection, page);
            connection.progress_handler(0, None::<fn() -> bool>);
            found.map_err(|error| match error.sqlite_error_code() {
                Some(ErrorCode::OperationInterrupted) => IndexError::TooLong,
                _ => IndexError::Sqlite(error),
            })
        })
    }

    /// All records, in their order. Every page can be reached.
    fn browse(&self, page: usize) -> Result<Results, IndexError> {
        let total = usize::try_from(self.totals.records).unwrap_or_default();
        let first = i64::try_from((page - 1).saturating_mul(PAGE)).unwrap_or(i64::MAX - 1);
        let kept = self.records_from(first.saturating_add(1), PAGE as i64)?;
        let documents = kept.into_iter().map(|kept| kept.document).collect();
        let facets = self.totals.facets.clone();
        Ok(Results { total, more: false, pages: total.div_ceil(PAGE), documents, facets })
    }
}

/// The query in SQL.
#[derive(Debug, Default)]
struct Conditions {
    matching: bool,
    sql: String,
    values: Vec<Value>,
}

/// A match: its position, and the numbers of its values.
type Row = (i64, [Option<i64>; 3]);

impl Conditions {
    /// `None` if a facet has a value that no record has.
    fn of(query: &Query, connection: &Connection) -> Result<Option<Self>, IndexError> {
        let mut conditions = Conditions::default();
        if let Some(words) = words::query(&query.words, &query.people) {
            conditions.matching = true;
            conditions.add("words MATCH ?", Value::Text(words));
        }
        for (facet, ((column, _), value)) in (0_i64..).zip(FACETS.iter().zip(&query.facets)) {
            let Some(value) = value else { continue };
            let mut term = connection.prepare_cached("SELECT n FROM term WHERE facet = ?1 AND words = ?2")?;
            let number: Option<i64> = term.query_row((facet, value), |row| row.get(0)).optional()?;
            let Some(number) = number else { return Ok(None) };
            conditions.add(&format!("f.{column} = ?"), Value::Integer(number));
        }
        if query.from.is_some() || query.to.is_some() {
            conditions.add("f.first <= ?", Value::Integer(query.to.unwrap_or(i32::MAX).into()));
            conditions.add("f.last >= ?", Value::Integer(query.from.unwrap_or(i32::MIN).into()));
        }
        Ok(Some(conditions))
    }

    fn add(&mut self, condition: &str, value: Value) {
        self.sql.push_str(if self.sql.is_empty() { " WHERE " } else { " AND " });
        self.sql.push_str(condition);
        self.values.push(value);
    }

    fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    fn tables(&self) -> &'static str {
        // The words find the rows, and the facts are then read for each row.
        if self.matching { "words CROSS JOIN facts f ON f.n = words.rowid" } else { "facts f" }
    }

    fn search(&self, connection: &Connection, page: usize) -> Result<Results, rusqlite::Error> {
        let (tables, conditions) = (self.tables(), &self.sql);
        let limit = MOST + 1;
        let sql = format!("SELECT f.n, f.kind, f.archive, f.collection FROM {tables}{conditions} LIMIT {limit}");
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&self.values), |row| {
            Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?]))
        })?;
        let mut rows: Vec<Row> = rows.collect::<Result<_, _>>()?;
        let more = rows.len() > MOST;
        rows.truncate(MOST);
        let (total, first) = (rows.len(), (page - 1).saturating_mul(PAGE));
        let facets = counted(&rows, connection)?;
        let places: Vec<i64> = if self.matching && !more {
            self.ranked(connection, first)?
        } else {
            rows.sort_unstable_by_key(|(n, _)| *n);
            rows.iter().skip(first).take(PAGE).map(|(n, _)| *n).collect()
        };
        let mut record = connection.prepare_cached("SELECT json FROM record WHERE n = ?1")?;
        let mut documents = Vec::with_capacity(places.len());
        for n in places {
            let json = record.query_row([n], |row| row.get(0))?;
            documents.extend(kept(n, json).map(|kept| kept.document));
        }
        Ok(Results { total, more, pages: total.div_ceil(PAGE), documents, facets })
    }

    /// The best matches first: words of the title have the highest weight, then those of names.
    fn ranked(&self, connection: &Connection, first: usize) -> Result<Vec<i64>, rusqlite::Error> {
        let (tables, conditions) = (self.tables(), &self.sql);
        let sql = format!(
            "SELECT f.n FROM {tables}{conditions} ORDER BY bm25(words, 8.0, 4.0, 1.0), f.n LIMIT {PAGE} OFFSET {}",
            first.min(MOST)
        );
        // The offset is part of the text, so the statement is not cached.
        let mut statement = connection.prepare(&sql)?;
        statement.query_map(params_from_iter(&self.values), |row| row.get(0))?.collect()
    }
}

fn counted(rows: &[Row], connection: &Connection) -> Result<Vec<Facet>, rusqlite::Error> {
    let mut facets = Vec::new();
    let mut term = connection.prepare_cached("SELECT words FROM term WHERE n = ?1")?;
    for (column, (key, heading)) in FACETS.into_iter().enumerate() {
        let mut counts: HashMap<i64, i64> = HashMap::new();
        for number in rows.iter().filter_map(|(_, numbers)| numbers.get(column).copied().flatten()) {
            *counts.entry(number).or_default() += 1;
        }
        let mut counts: Vec<(i64, i64)> = counts.into_iter().collect();
        counts.sort_unstable_by_key(|(number, records)| (-records, *number));
        counts.truncate(VALUES);
        let mut values = Vec::with_capacity(counts.len());
        for (number, records) in counts {
            values.push(FacetValue { words: term.query_row([number], |row| row.get(0))?, records });
        }
        facets.push(Facet { key, heading, values });
    }
    Ok(facets)
}
