/// The tables of banluu.db; `docs/archive-format.md` explains each.
enum Schema {
  /// "banl" in ASCII: tells an archive from any other SQLite file.
  static let applicationID = 0x6261_6E6C
  static let version = 2

  static let sql = """
    CREATE TABLE outlet (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, names TEXT NOT NULL DEFAULT '',
      retired INTEGER NOT NULL DEFAULT 0, skipped INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE source (id INTEGER PRIMARY KEY, outlet TEXT NOT NULL REFERENCES outlet, url TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL, interval_s INTEGER NOT NULL, etag TEXT, last_modified TEXT, polled_at INTEGER,
      next_poll INTEGER NOT NULL DEFAULT 0, ok_at INTEGER, failing_since INTEGER, failures INTEGER NOT NULL DEFAULT 0,
      outcome TEXT NOT NULL DEFAULT 'new', message TEXT NOT NULL DEFAULT '', retired INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE article (id INTEGER PRIMARY KEY, outlet TEXT NOT NULL REFERENCES outlet, url TEXT NOT NULL,
      external TEXT, imported INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL, interval_s INTEGER NOT NULL DEFAULT 0,
      entry_title TEXT NOT NULL DEFAULT '', entry_summary TEXT NOT NULL DEFAULT '', first_seen INTEGER NOT NULL,
      published INTEGER, version INTEGER NOT NULL DEFAULT 0, etag TEXT, last_modified TEXT,
      looked_at INTEGER, next_look INTEGER NOT NULL DEFAULT 0, step INTEGER NOT NULL DEFAULT 0,
      once INTEGER NOT NULL DEFAULT 0, grave INTEGER NOT NULL DEFAULT 0, fetch_url TEXT, merged_into INTEGER, pending INTEGER, gone_since INTEGER, gone_how TEXT) STRICT;
    CREATE INDEX article_due ON article(next_look);
    CREATE UNIQUE INDEX article_external ON article(external) WHERE external IS NOT NULL;
    CREATE TABLE alias (outlet TEXT NOT NULL, key TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article,
      merged_from INTEGER, PRIMARY KEY (outlet, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE furniture (outlet TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, learned_at INTEGER NOT NULL,
      PRIMARY KEY (outlet, kind, text)) STRICT, WITHOUT ROWID;
    CREATE TABLE robots (site TEXT PRIMARY KEY, fetched_at INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
    CREATE TABLE text (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, title TEXT NOT NULL, summary TEXT NOT NULL,
      body TEXT NOT NULL) STRICT;
    CREATE TABLE version (id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, number INTEGER NOT NULL,
      text INTEGER NOT NULL REFERENCES text, origin TEXT NOT NULL, first_seen INTEGER NOT NULL, published INTEGER,
      modified INTEGER, author TEXT, payload_sha256 TEXT, segment TEXT, offset INTEGER, length INTEGER,
      cluster INTEGER, UNIQUE (article, number)) STRICT;
    CREATE TABLE look (article INTEGER NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (article, at))
      STRICT, WITHOUT ROWID;
    CREATE INDEX look_at ON look(at);
    CREATE TABLE event (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article,
      at INTEGER NOT NULL, severity INTEGER NOT NULL, classes TEXT NOT NULL DEFAULT '[]', disclosed TEXT,
      confirmed_at INTEGER, withdrawn_at INTEGER, from_version INTEGER, to_version INTEGER, reverts INTEGER,
      changes TEXT NOT NULL DEFAULT '[]', other INTEGER, detail TEXT NOT NULL DEFAULT '') STRICT;
    CREATE INDEX event_article ON event(article);
    CREATE TABLE copy (id INTEGER PRIMARY KEY, copy INTEGER NOT NULL REFERENCES article,
      copy_version INTEGER NOT NULL REFERENCES version, source INTEGER NOT NULL REFERENCES article,
      source_version INTEGER NOT NULL REFERENCES version, direction TEXT NOT NULL, class TEXT NOT NULL,
      share REAL NOT NULL, longest INTEGER NOT NULL, credited INTEGER NOT NULL, credit TEXT,
      differs TEXT NOT NULL, changes TEXT NOT NULL, passages TEXT NOT NULL, found_at INTEGER NOT NULL,
      wire TEXT, UNIQUE (copy, source)) STRICT;
    CREATE INDEX copy_source ON copy(source);
    CREATE TABLE stale (id INTEGER PRIMARY KEY, pair INTEGER NOT NULL REFERENCES copy, before TEXT NOT NULL,
      after TEXT NOT NULL, context TEXT NOT NULL, class TEXT NOT NULL, severity INTEGER NOT NULL, source_before INTEGER NOT NULL,
      source_after INTEGER, corrected_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, ended_at INTEGER, how TEXT) STRICT;
    CREATE INDEX stale_pair ON stale(pair);
    CREATE TABLE segment (name TEXT PRIMARY KEY, length INTEGER NOT NULL) STRICT;
    CREATE TABLE source_move (source INTEGER PRIMARY KEY REFERENCES source, url TEXT NOT NULL, since INTEGER NOT NULL,
      polls INTEGER NOT NULL, adopted INTEGER NOT NULL) STRICT;
    CREATE TABLE host_rest (host TEXT PRIMARY KEY, until INTEGER NOT NULL, strikes INTEGER NOT NULL)
      STRICT, WITHOUT ROWID;
    CREATE INDEX source_outlet ON source(outlet);
    CREATE INDEX article_errand ON article(outlet, next_look) WHERE imported = 0 AND merged_into IS NULL;

    """ + copies + log + merges + pages

  /// The signed log, what is kept from view, and rows that wait for the lock holder to put them into WARC.
  private static let log = """
    CREATE TABLE log_entry (idx INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, record TEXT NOT NULL)
      STRICT;
    CREATE TABLE log_head (one INTEGER PRIMARY KEY CHECK (one = 1), origin TEXT NOT NULL, size INTEGER NOT NULL,
      root TEXT NOT NULL, roots BLOB NOT NULL) STRICT;
    CREATE TABLE journal (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, rows TEXT NOT NULL) STRICT;
    CREATE TABLE withheld (article INTEGER PRIMARY KEY REFERENCES article, at INTEGER NOT NULL, reason TEXT NOT NULL,
      erased INTEGER NOT NULL DEFAULT 0, entry INTEGER) STRICT;
    CREATE INDEX alias_article ON alias(article);
    ALTER TABLE version ADD COLUMN status INTEGER;
    ALTER TABLE version ADD COLUMN previous INTEGER;
    ALTER TABLE version ADD COLUMN extractor TEXT;
    ALTER TABLE version ADD COLUMN entry INTEGER;
    ALTER TABLE event ADD COLUMN entry INTEGER;
    ALTER TABLE segment ADD COLUMN sha256 TEXT;
    ALTER TABLE segment ADD COLUMN entry INTEGER;
    CREATE INDEX article_lost ON article(outlet) WHERE gone_how = 'lost';
    """

  /// Where the further pages of versions stand that were read from several, and a view of the places of all.
  private static let pages = """

    CREATE TABLE further_page (id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version,
      page INTEGER NOT NULL, segment TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
      payload_sha256 TEXT NOT NULL, UNIQUE (version, page)) STRICT;
    CREATE VIEW page AS
      SELECT article, number, 1 AS page, segment, offset, length, payload_sha256 FROM version WHERE segment IS NOT NULL
      UNION ALL SELECT v.article, v.number, f.page, f.segment, f.offset, f.length, f.payload_sha256
        FROM further_page f JOIN version v ON v.id = f.version;
    """

  /// Which articles were taken for one, why, and what each was before, so that a person can part them again;
  /// and the sitemaps that the indexes among the sources name.
  private static let merges = """

    CREATE TABLE merge (id INTEGER PRIMARY KEY, kept INTEGER NOT NULL REFERENCES article,
      absorbed INTEGER NOT NULL REFERENCES article, at INTEGER NOT NULL, why TEXT NOT NULL, keys TEXT NOT NULL,
      state TEXT NOT NULL, external TEXT, fetch_url TEXT, undone_at INTEGER, undone_why TEXT) STRICT;
    CREATE INDEX merge_kept ON merge(kept);
    CREATE INDEX merge_absorbed ON merge(absorbed);
    CREATE TABLE sitemap (source INTEGER NOT NULL REFERENCES source, url TEXT NOT NULL, place INTEGER NOT NULL,
      changed INTEGER, etag TEXT, last_modified TEXT, polled_at INTEGER, rests_until INTEGER,
      failures INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (source, url)) STRICT, WITHOUT ROWID;
    """

  /// The search index and the postings of copies; both can be made again from the texts. Its segments are merged when
  /// there are eight of a size, not four: an import writes each word half as often, and a query reads a few more.
  private static let copies = """
    CREATE VIRTUAL TABLE search USING fts5(words, content = '', tokenize = 'unicode61 remove_diacritics 0');
    INSERT INTO search(search, rank) VALUES ('automerge', 8);
    CREATE TABLE search_filled (version INTEGER NOT NULL) STRICT;
    INSERT INTO search_filled VALUES (0);
    CREATE TABLE posting_segment (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
      first_document INTEGER NOT NULL, last_document INTEGER NOT NULL, documents INTEGER NOT NULL,
      postings INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
    CREATE TABLE posting_batch (last_document INTEGER PRIMARY KEY, documents INTEGER NOT NULL, postings BLOB NOT NULL)
      STRICT;
    CREATE TABLE posting_dead (document INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE mark (id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, version INTEGER NOT NULL,
      kind TEXT NOT NULL, reason TEXT NOT NULL, source TEXT, passage TEXT, made_by TEXT, at INTEGER NOT NULL,
      withdraws INTEGER UNIQUE REFERENCES mark) STRICT;
    CREATE INDEX mark_article ON mark(article);
    CREATE TRIGGER mark_kept BEFORE DELETE ON mark BEGIN SELECT raise(ABORT, 'marks are never erased'); END;
    CREATE TRIGGER mark_unchanged BEFORE UPDATE ON mark BEGIN SELECT raise(ABORT, 'marks are never changed'); END;
    CREATE VIEW standing_mark AS SELECT * FROM mark m WHERE withdraws IS NULL
      AND NOT EXISTS (SELECT 1 FROM mark w WHERE w.withdraws = m.id);

    """
}
