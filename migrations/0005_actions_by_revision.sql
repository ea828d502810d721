-- What an action costs is what every change costs, and most of that is pages to encrypt at each commit (`npm run bench -- actions`).
-- The revision an action made becomes its row number: the table itself is in the order of writing, and the index that told it goes.
-- One file is one person's, so there is one count of revisions in it.

CREATE TABLE agent_actions_by_revision (
  revision INTEGER PRIMARY KEY CHECK (revision > 0),
  id TEXT NOT NULL UNIQUE CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  session_id TEXT,
  action_type TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  -- { actor, seenRevision, patch }: who asked, what they saw, and the forward JSON Patch.
  payload TEXT NOT NULL CHECK (json_valid(payload) AND json_type(payload) = 'object'),
  -- { revision, patch }: the revision it made and the inverse JSON Patch.
  result TEXT NOT NULL CHECK (json_valid(result) AND json_type(result) = 'object' AND result ->> '$.revision' IS revision),
  reverted_at INTEGER CHECK (reverted_at >= 0),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  -- The schema the patches speak of, so that a migration can carry them along.
  schema_version INTEGER NOT NULL CHECK (schema_version > 0),
  actor TEXT GENERATED ALWAYS AS (payload ->> '$.actor') VIRTUAL NOT NULL CHECK (actor IN ('user', 'agent', 'scheduler')),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id)
) STRICT;
INSERT INTO agent_actions_by_revision (
  revision, id, user_id, session_id, action_type, entity_type, entity_id, payload, result, reverted_at, created_at, schema_version
)
SELECT revision, id, user_id, session_id, action_type, entity_type, entity_id, payload, result, reverted_at, created_at, schema_version
FROM agent_actions ORDER BY revision;
DROP TABLE agent_actions;
ALTER TABLE agent_actions_by_revision RENAME TO agent_actions;
-- Read backwards it answers the same as the cloud model’s `created_at DESC`, and what is new goes to its end: at its beginning, each line costs a page more.
CREATE INDEX idx_actions_user_created ON agent_actions (user_id, created_at);
CREATE INDEX idx_actions_entity ON agent_actions (entity_type, entity_id);
-- Each of these ends in the row number, so what it finds is in the order of revisions.
CREATE INDEX idx_actions_session ON agent_actions (user_id, session_id) WHERE session_id IS NOT NULL;
CREATE INDEX idx_actions_others ON agent_actions (user_id, actor) WHERE actor <> 'user';

-- A revision now names one action, and the action names its owner.
CREATE TABLE agent_action_rows_by_revision (
  row_path TEXT NOT NULL,
  revision INTEGER NOT NULL,
  -- 1 for a row the action changed; 0 for one that a row it made or took away is linked to, for a claim, and for what an undo or redo changed.
  touched INTEGER NOT NULL CHECK (touched IN (0, 1)),
  PRIMARY KEY (row_path, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO agent_action_rows_by_revision (row_path, revision, touched)
SELECT row_path, revision, touched FROM agent_action_rows ORDER BY row_path, revision;
DROP TABLE agent_action_rows;
ALTER TABLE agent_action_rows_by_revision RENAME TO agent_action_rows;
