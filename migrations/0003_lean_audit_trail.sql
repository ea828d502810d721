-- Every change writes one action, so what an action costs is what every change costs (`npm run bench -- actions`).
-- An index more is a page more to encrypt at each commit: indexes nobody reads go, and those that few rows need hold only those.

-- Rebuilt without UNIQUE (user_id, id): an action has no children that would name it together with its owner.
CREATE TABLE agent_actions_lean (
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
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id)
) STRICT;
INSERT INTO agent_actions_lean (
  id, user_id, session_id, action_type, entity_type, entity_id, payload, result, reverted_at, created_at, schema_version
)
SELECT id, user_id, session_id, action_type, entity_type, entity_id, payload, result, reverted_at, created_at, schema_version
FROM agent_actions ORDER BY rowid;
DROP TABLE agent_actions;
ALTER TABLE agent_actions_lean RENAME TO agent_actions;
CREATE INDEX idx_actions_user_created ON agent_actions (user_id, created_at DESC);
CREATE INDEX idx_actions_entity ON agent_actions (entity_type, entity_id);
CREATE UNIQUE INDEX idx_actions_revision ON agent_actions (user_id, revision);
CREATE INDEX idx_actions_session ON agent_actions (user_id, session_id) WHERE session_id IS NOT NULL;
-- Most of what is done is done by the person; only what others did is looked for by its actor.
CREATE INDEX idx_actions_others ON agent_actions (user_id, actor, revision DESC) WHERE actor <> 'user';

-- A revision leads to its action, so the action's id need not stand here too. Besides rows (`/<table>/<row id>`), this index now holds what an
-- action claimed for a row and no other row may have at the same time (`=<table>/<digest>`), such as a part's name.
DROP TABLE agent_action_rows;
CREATE TABLE agent_action_rows (
  row_path TEXT NOT NULL,
  user_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  -- 1 for a row the action changed; 0 for one that a row it made or took away is linked to, for a claim, and for what an undo or redo changed.
  touched INTEGER NOT NULL CHECK (touched IN (0, 1)),
  PRIMARY KEY (row_path, user_id, revision)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO agent_action_rows (row_path, user_id, revision, touched)
SELECT
  substr(operation.value ->> '$.path', 1, instr(substr(operation.value ->> '$.path', 2), '/') + 1 + 36),
  agent_actions.user_id,
  agent_actions.revision,
  agent_actions.action_type NOT IN ('undo', 'redo')
FROM agent_actions, json_each(agent_actions.payload, '$.patch') AS operation;
INSERT OR IGNORE INTO agent_action_rows (row_path, user_id, revision, touched)
SELECT linked.value, agent_actions.user_id, agent_actions.revision, 0
FROM agent_actions, json_each(agent_actions.payload, '$.linked') AS linked;
