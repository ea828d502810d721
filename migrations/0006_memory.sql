-- Memory’s versions with one index instead of four, the queue with leases and attempts, rules, what ran in the background, and what is forgotten.

CREATE TABLE lean_memory_snapshots (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  version INTEGER NOT NULL CHECK (version > 0),
  is_checkpoint INTEGER NOT NULL CHECK (is_checkpoint IN (0, 1)),
  operations TEXT NOT NULL CHECK (json_valid(operations) AND json_type(operations) = 'array'),
  metadata TEXT NOT NULL CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0)
) STRICT;
INSERT INTO lean_memory_snapshots SELECT id, user_id, version, is_checkpoint, operations, metadata, created_at
FROM user_memory_snapshots ORDER BY user_id, version;
DROP TABLE user_memory_snapshots;
ALTER TABLE lean_memory_snapshots RENAME TO user_memory_snapshots;
-- A version is there once. Ascending, unlike the cloud model’s: what is new goes to the end of the index, and at its beginning each line costs a page more.
CREATE UNIQUE INDEX idx_memory_user_version ON user_memory_snapshots (user_id, version);

-- How often it was tried, when it is tried next, who is at it and until when, and why the last attempt came to nothing.
ALTER TABLE memory_updates ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
ALTER TABLE memory_updates ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0 CHECK (due_at >= 0);
ALTER TABLE memory_updates ADD COLUMN lease_holder TEXT CHECK (length(lease_holder) BETWEEN 1 AND 60);
ALTER TABLE memory_updates ADD COLUMN leased_until INTEGER CHECK (leased_until >= 0);
ALTER TABLE memory_updates ADD COLUMN problem TEXT
CHECK (problem IN ('unreachable', 'unreadable_answer', 'too_large', 'gone', 'refused', 'disk_full', 'failed'));
CREATE INDEX idx_memory_updates_due ON memory_updates (user_id, due_at) WHERE processed = 0;

-- What is not to be remembered or offered again: a keyed digest, so that the rule does not say what it is about.
CREATE TABLE memory_rules (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('wrong', 'never', 'declined')),
  section TEXT CHECK (section IN ('parts', 'relationships', 'triggers', 'themes', 'openThreads', 'practices', 'safetyNotes')),
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  UNIQUE (user_id, digest, kind),
  UNIQUE (user_id, id)
) STRICT;

CREATE TABLE job_runs (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  job TEXT NOT NULL CHECK (job IN ('drain_memory', 'end_idle_sessions', 'top_up_insights', 'database_upkeep')),
  started_at INTEGER NOT NULL CHECK (started_at >= 0),
  finished_at INTEGER CHECK (finished_at >= 0),
  outcome TEXT CHECK (outcome IN ('done', 'stopped', 'failed')),
  effects INTEGER NOT NULL CHECK (effects >= 0),
  problem TEXT CHECK (problem IN ('unreachable', 'unreadable_answer', 'too_large', 'gone', 'refused', 'disk_full', 'failed')),
  CHECK ((finished_at IS NULL) = (outcome IS NULL)),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_job_runs_user ON job_runs (user_id, job, id DESC);

-- What was or is being forgotten, so that it goes on after a crash. Holds identifiers, days and keyed digests, never words.
CREATE TABLE forgettings (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('sentence', 'message', 'session', 'part', 'belief', 'day', 'everything')),
  target TEXT NOT NULL CHECK (json_valid(target) AND json_type(target) = 'object'),
  step TEXT NOT NULL CHECK (step IN ('rows', 'memory', 'traces', 'done')),
  done INTEGER NOT NULL CHECK (done >= 0),
  total INTEGER NOT NULL CHECK (total >= 0),
  started_at INTEGER NOT NULL CHECK (started_at >= 0),
  finished_at INTEGER CHECK (finished_at >= 0),
  CHECK ((step = 'done') = (finished_at IS NOT NULL)),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_forgettings_user ON forgettings (user_id, step, id DESC);

-- A line keeps which part the session was with when it was written: what was written with a part that is private stays private when the session goes on
-- with something else. Of lines from before: the part the session is with, or the one its letter was to.
UPDATE messages SET metadata = json_set(metadata, '$.partId', coalesce(
  (
    SELECT sessions.metadata ->> '$.partId' FROM sessions
    WHERE sessions.user_id = messages.user_id AND sessions.id = messages.session_id
      AND sessions.metadata ->> '$.mode' = messages.metadata ->> '$.mode'
  ),
  (
    SELECT part_id FROM notes
    WHERE notes.user_id = messages.user_id AND notes.session_id = messages.session_id AND kind = 'letter' AND part_id IS NOT NULL
    ORDER BY created_at DESC, id DESC LIMIT 1
  )
))
WHERE role = 'user' AND metadata ->> '$.mode' IS NOT NULL AND (
  EXISTS (
    SELECT 1 FROM sessions
    WHERE sessions.user_id = messages.user_id AND sessions.id = messages.session_id
      AND sessions.metadata ->> '$.mode' = messages.metadata ->> '$.mode' AND sessions.metadata ->> '$.partId' IS NOT NULL
  )
  OR (metadata ->> '$.mode' = 'letter' AND EXISTS (
    SELECT 1 FROM notes
    WHERE notes.user_id = messages.user_id AND notes.session_id = messages.session_id AND kind = 'letter' AND part_id IS NOT NULL
  ))
);
