-- The data model Trailhead starts with. It mirrors the cloud product's tables and column names, and adds
-- check_ins, part_evidence and proposals.
--
-- Rules of every table:
--   * each row belongs to one user (user_id NOT NULL), and a child names its parent together with its owner, so that
--     a link across owners fails inside SQLite. No foreign key cascades: what is deleted is deleted, and recorded, by name.
--   * ids are UUID version 7; times are integer milliseconds UTC; JSON is valid; ranges and enumerations are checked.
-- Ownership and search-index triggers are not here: they are made anew from the list of tables after every migration.

CREATE TABLE users (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  -- Kept for the mirror of the cloud model. Never asked for.
  email TEXT UNIQUE,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  settings TEXT NOT NULL CHECK (json_valid(settings) AND json_type(settings) = 'object')
) STRICT;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  title TEXT,
  status TEXT NOT NULL CHECK (status IN ('active', 'ended')),
  started_at INTEGER NOT NULL CHECK (started_at >= 0),
  ended_at INTEGER CHECK (ended_at >= 0),
  metadata TEXT NOT NULL CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
  CHECK ((status = 'ended') = (ended_at IS NOT NULL)),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_sessions_user_status ON sessions (user_id, status);
CREATE INDEX idx_sessions_user_started ON sessions (user_id, started_at DESC);

CREATE TABLE messages (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  session_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
  content TEXT NOT NULL,
  metadata TEXT NOT NULL CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  -- The order of writing, whatever the clock said, and the row number the search index is keyed on.
  sequence INTEGER NOT NULL UNIQUE CHECK (sequence > 0),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_messages_session ON messages (session_id, created_at);
CREATE INDEX idx_messages_session_sequence ON messages (user_id, session_id, sequence);
-- Replies that were still being written when the application ended: found at every unlock without reading all messages.
CREATE INDEX idx_messages_unfinished ON messages (user_id) WHERE metadata ->> '$.delivery' = 'streaming';

CREATE VIRTUAL TABLE messages_fts USING fts5 (
  content,
  content = 'messages',
  content_rowid = 'sequence',
  tokenize = 'unicode61 remove_diacritics 2'
);
-- Without this the index keeps deleted words.
INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);

CREATE TABLE parts (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  story TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('emerging', 'acknowledged', 'active', 'integrated')),
  confidence_score REAL NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
  recent_evidence TEXT NOT NULL CHECK (
    json_valid(recent_evidence) AND json_type(recent_evidence) = 'array' AND json_array_length(recent_evidence) <= 10
  ),
  attributes TEXT NOT NULL CHECK (json_valid(attributes) AND json_type(attributes) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_parts_user_status ON parts (user_id, status);
CREATE INDEX idx_parts_user_updated ON parts (user_id, updated_at DESC, id DESC);

-- All evidence there is; parts.recent_evidence holds the newest ten.
CREATE TABLE part_evidence (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL,
  part_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('direct_mention', 'behaviour', 'pattern', 'emotion', 'body')),
  quote TEXT NOT NULL CHECK (length(quote) > 0),
  session_id TEXT,
  message_id TEXT,
  observed_at INTEGER NOT NULL CHECK (observed_at >= 0),
  FOREIGN KEY (user_id, part_id) REFERENCES parts (user_id, id),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  FOREIGN KEY (user_id, message_id) REFERENCES messages (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_evidence_part ON part_evidence (user_id, part_id, observed_at DESC);
CREATE INDEX idx_evidence_message ON part_evidence (user_id, message_id);

CREATE TABLE part_relationships (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL,
  from_part_id TEXT NOT NULL,
  to_part_id TEXT NOT NULL,
  relationship_type TEXT NOT NULL CHECK (relationship_type IN ('protector-exile', 'polarized', 'allied')),
  polarization_level INTEGER NOT NULL CHECK (polarization_level BETWEEN 0 AND 10),
  notes TEXT NOT NULL,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK (from_part_id <> to_part_id),
  FOREIGN KEY (user_id, from_part_id) REFERENCES parts (user_id, id),
  FOREIGN KEY (user_id, to_part_id) REFERENCES parts (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_relationships_from ON part_relationships (from_part_id);
CREATE INDEX idx_relationships_to ON part_relationships (to_part_id);
-- One row per pair and type, whichever way round it is told.
CREATE UNIQUE INDEX idx_relationships_pair ON part_relationships (
  user_id, min(from_part_id, to_part_id), max(from_part_id, to_part_id), relationship_type
);

CREATE TABLE part_assessments (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL,
  part_id TEXT NOT NULL,
  assessment_type TEXT NOT NULL CHECK (assessment_type IN ('identification', 'self_energy', 'six_fs')),
  content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  FOREIGN KEY (user_id, part_id) REFERENCES parts (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_assessments_part ON part_assessments (user_id, part_id, created_at DESC);

CREATE TABLE proposals (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('part', 'relationship')),
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'later')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role TEXT NOT NULL CHECK (role IN ('manager', 'firefighter', 'exile', 'unknown')),
  quote TEXT NOT NULL CHECK (length(quote) > 0),
  -- A digest of the quote's words, so that what was declined is not offered again for the same words.
  words_digest TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  session_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  part_id TEXT,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK ((state = 'accepted') = (part_id IS NOT NULL)),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  FOREIGN KEY (user_id, message_id) REFERENCES messages (user_id, id),
  FOREIGN KEY (user_id, part_id) REFERENCES parts (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_proposals_user_state ON proposals (user_id, state, id DESC);
CREATE INDEX idx_proposals_session ON proposals (user_id, session_id, id DESC);
CREATE INDEX idx_proposals_message ON proposals (user_id, message_id);
CREATE INDEX idx_proposals_part ON proposals (user_id, part_id);
CREATE INDEX idx_proposals_words ON proposals (user_id, words_digest);

CREATE TABLE agent_actions (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  session_id TEXT,
  action_type TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  -- { actor, seenRevision, patch }: who asked, what they saw, and the forward JSON Patch.
  payload TEXT NOT NULL CHECK (json_valid(payload) AND json_type(payload) = 'object'),
  -- { revision, patch }: the revision it made and the inverse JSON Patch.
  result TEXT NOT NULL CHECK (json_valid(result) AND json_type(result) = 'object'),
  reverted_at INTEGER CHECK (reverted_at >= 0),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  -- The schema the patches speak of, so that a migration can carry them along.
  schema_version INTEGER NOT NULL CHECK (schema_version > 0),
  actor TEXT GENERATED ALWAYS AS (payload ->> '$.actor') VIRTUAL NOT NULL CHECK (actor IN ('user', 'agent', 'scheduler')),
  revision INTEGER GENERATED ALWAYS AS (result ->> '$.revision') VIRTUAL NOT NULL CHECK (revision > 0),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_actions_user_created ON agent_actions (user_id, created_at DESC);
CREATE INDEX idx_actions_entity ON agent_actions (entity_type, entity_id);
CREATE INDEX idx_actions_session ON agent_actions (user_id, session_id);
CREATE UNIQUE INDEX idx_actions_revision ON agent_actions (user_id, revision);

CREATE TABLE user_memory_snapshots (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  version INTEGER NOT NULL CHECK (version > 0),
  is_checkpoint INTEGER NOT NULL CHECK (is_checkpoint IN (0, 1)),
  operations TEXT NOT NULL CHECK (json_valid(operations) AND json_type(operations) = 'array'),
  metadata TEXT NOT NULL CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  UNIQUE (user_id, version),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_memory_user_version ON user_memory_snapshots (user_id, version DESC);

CREATE TABLE memory_updates (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('session', 'check_in', 'insight')),
  -- The session, check-in or insight meant: polymorphic, so the owner scope checks it instead of a foreign key.
  ref_id TEXT NOT NULL,
  processed INTEGER NOT NULL DEFAULT 0 CHECK (processed IN (0, 1)),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  -- Raised, and the row reopened, when what it refers to changes again: one effect per kind, ref and revision.
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  UNIQUE (user_id, kind, ref_id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_memory_updates_user_processed ON memory_updates (user_id, processed, created_at);

CREATE TABLE insights (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  type TEXT NOT NULL CHECK (type IN ('session_summary', 'nudge', 'follow_up', 'observation')),
  status TEXT NOT NULL CHECK (status IN ('pending', 'revealed', 'actioned')),
  content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
  rating TEXT CHECK (json_valid(rating)),
  feedback TEXT,
  revealed_at INTEGER CHECK (revealed_at >= 0),
  actioned_at INTEGER CHECK (actioned_at >= 0),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_insights_user_status ON insights (user_id, status);
CREATE INDEX idx_insights_user_status_created ON insights (user_id, status, created_at DESC);

CREATE TABLE check_ins (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening')),
  -- The person's own calendar day, YYYY-MM-DD, and the time zone it was in.
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  time_zone TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id, day, kind),
  UNIQUE (user_id, id)
) STRICT;

CREATE TABLE onboarding (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  current_step INTEGER NOT NULL CHECK (current_step >= 0),
  completed INTEGER NOT NULL DEFAULT 0 CHECK (completed IN (0, 1)),
  responses TEXT NOT NULL CHECK (json_valid(responses) AND json_type(responses) = 'object'),
  completed_at INTEGER CHECK (completed_at >= 0),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  UNIQUE (user_id),
  UNIQUE (user_id, id)
) STRICT;
