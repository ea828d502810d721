-- What undo needs to find later work quickly, and where a person put their parts on the map.

-- Which rows each action touched or rests on, one line a row: `/<table>/<row id>`. Kept by triggers on agent_actions, like a search index;
-- it holds ids alone. Filled here for the actions there are: a path is `/<table>/<36 characters of id>/…`.
CREATE TABLE agent_action_rows (
  user_id TEXT NOT NULL,
  row_path TEXT NOT NULL,
  revision INTEGER NOT NULL,
  action_id TEXT NOT NULL,
  -- 1 for a row the action changed, 0 for one that a row it made or took away is linked to.
  touched INTEGER NOT NULL CHECK (touched IN (0, 1)),
  -- A path holds a row's id, so it belongs to one owner; the action it leads to names them.
  PRIMARY KEY (row_path, revision, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX idx_action_rows_action ON agent_action_rows (action_id);
INSERT INTO agent_action_rows (user_id, row_path, revision, action_id, touched)
SELECT DISTINCT
  agent_actions.user_id,
  substr(operation.value ->> '$.path', 1, instr(substr(operation.value ->> '$.path', 2), '/') + 1 + 36),
  agent_actions.revision,
  agent_actions.id,
  1
FROM agent_actions, json_each(agent_actions.payload, '$.patch') AS operation;

CREATE INDEX idx_actions_user_revision_actor ON agent_actions (user_id, actor, revision DESC);

-- How a person left a screen, such as where parts stand on the map. Not domain data: nothing to undo.
CREATE TABLE view_states (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id, name),
  UNIQUE (user_id, id)
) STRICT;
