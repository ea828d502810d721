import { type Finding, type Material, beliefIdOf } from '../../electron/core/memory/finding.ts';
import { summarise } from '../../electron/core/memory/summarise/summarise.ts';
import type { Relationship, RelationshipType } from '../../shared/entities/relationship.ts';
import type { SafetyFlag } from '../../shared/entities/safety.ts';
import type { Message, Session } from '../../shared/entities/session.ts';
import { type MemoryDocument, type MemorySection, emptyMemory } from '../../shared/entities/memory.ts';
import { MessageId, PartId, RelationshipId, SafetyFlagId, SessionId } from '../../shared/ids.ts';
import { monday } from './test-core.ts';

const uuid = (kind: number, number: number): string =>
  `01900000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
export const sampleSessionId = SessionId.parse(uuid(1, 1));
export const messageIdOf = (number: number): MessageId => MessageId.parse(uuid(2, number));
export const partIdOf = (number: number): PartId => PartId.parse(uuid(3, number));

/** All there is to look at about a session nobody said anything in, unless told otherwise. */
export const materialOf = (refId: string, changes: Partial<Material> = {}): Material => ({
  ...{ kind: 'session', refId, source: `session:${refId}`, at: 0, session: null, messages: [], parts: [], spokeIn: new Map() },
  ...{ relationships: [], safetyFlags: [] },
  ...changes,
});

/** A finding that is about what its text says, unless told otherwise. */
export function sampleFinding(partial: Partial<Finding> & Pick<Finding, 'sources'>): Finding {
  const section: MemorySection = partial.section ?? 'themes';
  const text = partial.text ?? 'Work came up.';
  return { by: 'summariser', id: beliefIdOf(section, text), at: monday, ...partial, section, text };
}

type SamplePart = Material['parts'][number];
export const samplePart = (number: number, name: string): SamplePart => ({ id: partIdOf(number), name });

export const sampleRelationship = (from: SamplePart, to: SamplePart, type: RelationshipType, number = 1): Relationship => ({
  id: RelationshipId.parse(uuid(4, number)),
  ...{ fromPartId: from.id, toPartId: to.id, type, level: type === 'polarized' ? 6 : 0, notes: '', createdAt: monday, updatedAt: monday },
});

export const sampleFlag = (label: SafetyFlag['label'], raisedAt: number, changes: Partial<SafetyFlag> = {}): SafetyFlag => ({
  id: SafetyFlagId.parse(uuid(5, raisedAt % 1_000_000_007)),
  ...{ label, sessionId: sampleSessionId, messageId: null, raisedAt, clearedAt: null },
  ...changes,
});

/** A message of the person's, as themselves or as a part of theirs. */
type Told = string | { text: string; as?: SamplePart; mode?: Session['mode']; shows?: SamplePart[]; by?: Message['role'] };

/** One ended session of an hour, a minute between its messages. */
export function sampleMaterial(told: readonly Told[], changes: Partial<Material> & { sessionIs?: Partial<Session> } = {}): Material {
  const { sessionIs, ...rest } = changes;
  const lines = told.map((line) => (typeof line === 'string' ? { text: line } : line));
  const messages = lines.map(({ text, as, mode, by = 'user' }, at): Message => ({
    id: messageIdOf(at + 1),
    sessionId: sampleSessionId,
    role: by,
    content: text,
    metadata: {
      delivery: 'complete',
      ...(as && { speaker: { kind: 'part', partId: as.id, name: as.name } }),
      ...(mode && { mode }),
    },
    sequence: at + 1,
    createdAt: monday + at * 60_000,
  }));
  const spokeIn = new Map<PartId, MessageId[]>();
  for (const [at, { as, shows = [] }] of lines.entries())
    for (const { id } of [...(as ? [as] : []), ...shows]) spokeIn.set(id, [...(spokeIn.get(id) ?? []), messageIdOf(at + 1)]);
  const parts = new Map(lines.flatMap(({ as, shows = [] }) => [...(as ? [as] : []), ...shows]).map((part) => [part.id, part]));
  const endedAt = monday + 3_600_000;
  return materialOf(sampleSessionId, {
    at: endedAt,
    session: {
      ...{ id: sampleSessionId, title: null, status: 'ended', startedAt: monday, endedAt, messageCount: messages.length },
      ...{ lastMessageAt: endedAt, mode: 'write', partId: null, remembered: true, private: false },
      ...sessionIs,
    },
    ...{ messages, parts: [...parts.values()], spokeIn },
    ...rest,
  });
}

/** What is found in one section of a session, by its texts. */
export const textsIn = (section: MemorySection, told: readonly Told[], changes: Parameters<typeof sampleMaterial>[1] = {}): string[] =>
  foundIn(section, told, changes).map(({ text }) => text);

export const foundIn = (section: MemorySection, told: readonly Told[], changes: Parameters<typeof sampleMaterial>[1] = {}): Finding[] =>
  summarise({ document: emptyMemory, material: sampleMaterial(told, changes) }).filter((finding) => finding.section === section);

/** A memory in which these findings stand, each as it was found. */
export function memoryOf(findings: readonly Finding[]): MemoryDocument {
  const beliefsIn = (wanted: MemorySection) =>
    findings
      .filter(({ section }) => section === wanted)
      .map(({ section: _section, settled: _settled, at, ...belief }) => ({ ...belief, count: 1, since: at, lastSeen: at }));
  return {
    summary: '',
    ...{
      parts: beliefsIn('parts'),
      relationships: beliefsIn('relationships'),
      triggers: beliefsIn('triggers'),
      themes: beliefsIn('themes'),
    },
    ...{ openThreads: beliefsIn('openThreads'), practices: beliefsIn('practices'), safetyNotes: beliefsIn('safetyNotes') },
  };
}
