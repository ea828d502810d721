import { produce } from 'immer';
import { type Belief, type MemoryDocument, emptyMemory, memorySections } from '../../../shared/entities/memory.ts';
import { beliefIdOf } from '../../../electron/core/memory/finding.ts';

/** One edit of a memory, in words any of the contestants can follow. A new belief pushes the first of its full section out. */
export type Edit =
  | { kind: 'add'; section: (typeof memorySections)[number]; belief: Belief }
  | { kind: 'seen'; section: (typeof memorySections)[number]; index: number; lastSeen: number }
  | { kind: 'text'; section: (typeof memorySections)[number]; index: number; text: string };

export type Step = { edits: Edit[]; document: MemoryDocument };

/** How many beliefs a section keeps, as a memory looks after a year: what is new are mostly triggers and open threads. About 49 KB in all. */
const kept = { parts: 16, relationships: 10, triggers: 60, themes: 38, openThreads: 60, practices: 18, safetyNotes: 5 } as const;
const whereNewThingsCome = ['triggers', 'openThreads', 'triggers', 'openThreads', 'themes'] as const;
const words = 'work home rest lists evening mother garden quiet anger worry walk money sleep friend winter letter'.split(' ');

/** Numbers that look random and are the same in every run (Lehmer's generator, MINSTD). */
function counted(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Versions of a memory: 1 to 5 edits each. One in five brings something new into a full section; most say that something was seen again. */
export function* trace(versions: number): Generator<Step> {
  const next = counted(20_261_126);
  const sentence = (): string => Array.from({ length: 7 + next(7) }, () => words[next(words.length)]).join(' ');
  let at = 1_770_000_000_000;
  let made = 0;
  const uuid = (): string => `01900000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`;
  const belief = (section: Belief['id'] | string): Belief => ({
    id: beliefIdOf('themes', `${section} ${(made += 1)}`),
    text: sentence(),
    by: 'summariser',
    count: 1,
    since: at,
    lastSeen: at,
    sources: [`message:${uuid()}`],
  });
  let document: MemoryDocument = produce(emptyMemory, (draft) => {
    draft.summary = Array.from({ length: 8 }, sentence).join('. ');
    for (const section of memorySections) for (let index = 0; index < kept[section]; index += 1) draft[section].push(belief(section));
  });
  yield { edits: [], document };
  for (let version = 2; version <= versions; version += 1) {
    at += 3_600_000;
    const edits: Edit[] = [];
    document = produce(document, (draft) => {
      for (let count = 1 + next(5); count > 0; count -= 1) {
        const die = next(20);
        const isNew = die < 4;
        const section = (isNew ? whereNewThingsCome[next(5)] : memorySections[next(memorySections.length)]) ?? 'themes';
        const index = next(kept[section]);
        const edit: Edit = isNew
          ? { kind: 'add', section, belief: belief(section) }
          : die < 15
            ? { kind: 'seen', section, index, lastSeen: at }
            : { kind: 'text', section, index, text: sentence() };
        edits.push(edit);
        followEdit(draft, edit);
      }
    });
    yield { edits, document };
  }
}

type Sections = Pick<MemoryDocument, (typeof memorySections)[number]>;

/** Makes one edit on a plain or drafted memory. */
export function followEdit(document: Sections, edit: Edit): void {
  const beliefs = document[edit.section];
  if (edit.kind === 'add') {
    beliefs.push(edit.belief);
    beliefs.splice(0, 1);
    return;
  }
  const belief = beliefs[edit.index];
  if (!belief) throw new Error('The trace edits a belief that is not there.');
  if (edit.kind === 'seen') belief.lastSeen = edit.lastSeen;
  else belief.text = edit.text;
}
