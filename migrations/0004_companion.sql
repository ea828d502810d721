-- What a companion needs beside messages: notes and letters, a plan for hard moments, what is kept private, and the keys of providers.

CREATE TABLE notes (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'letter')),
  -- Whom it is about or written to, and where it was written. Cleared, by name, when that goes.
  part_id TEXT,
  session_id TEXT,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  FOREIGN KEY (user_id, part_id) REFERENCES parts (user_id, id),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_notes_user_updated ON notes (user_id, updated_at DESC, id DESC);
CREATE INDEX idx_notes_part ON notes (user_id, part_id);
CREATE INDEX idx_notes_session ON notes (user_id, session_id);

-- A person's own plan for hard moments, one a person.
CREATE TABLE safety_plans (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  content TEXT NOT NULL CHECK (json_valid(content) AND json_type(content) = 'object'),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id),
  UNIQUE (user_id, id)
) STRICT;

-- People to turn to, in the person's own order.
CREATE TABLE safety_contacts (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  phone TEXT NOT NULL,
  notes TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_safety_contacts_user ON safety_contacts (user_id, position);

-- Moments in which someone may have been in danger. Open until the person says otherwise, whatever chat or restart comes between.
CREATE TABLE safety_flags (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  label TEXT NOT NULL CHECK (label IN ('crisis', 'concern')),
  -- Where it was found. Cleared, by name, when that goes.
  session_id TEXT,
  message_id TEXT,
  raised_at INTEGER NOT NULL CHECK (raised_at >= 0),
  cleared_at INTEGER CHECK (cleared_at >= 0),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  FOREIGN KEY (user_id, message_id) REFERENCES messages (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
CREATE INDEX idx_safety_flags_user ON safety_flags (user_id, raised_at DESC);
CREATE INDEX idx_safety_flags_session ON safety_flags (user_id, session_id);
CREATE INDEX idx_safety_flags_message ON safety_flags (user_id, message_id);

-- A part or a session that no provider is ever told of.
CREATE TABLE private_flags (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  part_id TEXT,
  session_id TEXT,
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  CHECK ((part_id IS NULL) <> (session_id IS NULL)),
  FOREIGN KEY (user_id, part_id) REFERENCES parts (user_id, id),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  UNIQUE (user_id, part_id),
  UNIQUE (user_id, session_id),
  UNIQUE (user_id, id)
) STRICT;

-- The key of a provider: written and deleted, never answered, never in an action's patch, never exported.
CREATE TABLE provider_keys (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL REFERENCES users (id),
  provider TEXT NOT NULL CHECK (provider IN ('anthropic', 'local')),
  secret TEXT NOT NULL CHECK (length(secret) BETWEEN 1 AND 1000),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  UNIQUE (user_id, provider),
  UNIQUE (user_id, id)
) STRICT;

-- A relationship can be offered too: between two parts there are, with the words that show it.
CREATE TABLE proposals_of_both_kinds (
  id TEXT PRIMARY KEY CHECK (id GLOB '????????-????-7???-[89ab]???-????????????'),
  user_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('part', 'relationship')),
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'later')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 260),
  role TEXT NOT NULL CHECK (role IN ('manager', 'firefighter', 'exile', 'unknown')),
  quote TEXT NOT NULL CHECK (length(quote) > 0),
  -- A digest of the quote's words, so that what was declined is not offered again for the same words.
  words_digest TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  session_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  -- What it became: a part, or a relationship.
  part_id TEXT,
  relationship_id TEXT,
  -- What a relationship would be between, and of which type.
  from_part_id TEXT,
  to_part_id TEXT,
  relationship_type TEXT CHECK (relationship_type IN ('protector-exile', 'polarized', 'allied')),
  polarization_level INTEGER CHECK (polarization_level BETWEEN 0 AND 10),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  CHECK ((state = 'accepted' AND kind = 'part') = (part_id IS NOT NULL)),
  CHECK ((state = 'accepted' AND kind = 'relationship') = (relationship_id IS NOT NULL)),
  CHECK (
    (kind = 'relationship') = (from_part_id IS NOT NULL)
    AND (kind = 'relationship') = (to_part_id IS NOT NULL)
    AND (kind = 'relationship') = (relationship_type IS NOT NULL)
    AND (kind = 'relationship') = (polarization_level IS NOT NULL)
  ),
  FOREIGN KEY (user_id, session_id) REFERENCES sessions (user_id, id),
  FOREIGN KEY (user_id, message_id) REFERENCES messages (user_id, id),
  FOREIGN KEY (user_id, part_id) REFERENCES parts (user_id, id),
  FOREIGN KEY (user_id, relationship_id) REFERENCES part_relationships (user_id, id),
  FOREIGN KEY (user_id, from_part_id) REFERENCES parts (user_id, id),
  FOREIGN KEY (user_id, to_part_id) REFERENCES parts (user_id, id),
  UNIQUE (user_id, id)
) STRICT;
INSERT INTO proposals_of_both_kinds (
  id, user_id, kind, state, name, role, quote, words_digest, confidence, session_id, message_id, part_id, created_at, updated_at
)
SELECT id, user_id, kind, state, name, role, quote, words_digest, confidence, session_id, message_id, part_id, created_at, updated_at
FROM proposals ORDER BY rowid;
DROP TABLE proposals;
ALTER TABLE proposals_of_both_kinds RENAME TO proposals;
CREATE INDEX idx_proposals_user_state ON proposals (user_id, state, id DESC);
CREATE INDEX idx_proposals_session ON proposals (user_id, session_id, id DESC);
CREATE INDEX idx_proposals_message ON proposals (user_id, message_id);
CREATE INDEX idx_proposals_part ON proposals (user_id, part_id);
CREATE INDEX idx_proposals_relationship ON proposals (user_id, relationship_id);
CREATE INDEX idx_proposals_from ON proposals (user_id, from_part_id);
CREATE INDEX idx_proposals_to ON proposals (user_id, to_part_id);
CREATE INDEX idx_proposals_words ON proposals (user_id, words_digest);
