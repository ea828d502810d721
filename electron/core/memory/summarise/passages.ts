import type { MemorySource } from '../../../../shared/entities/memory.ts';
import type { PartId } from '../../../../shared/ids.ts';
import { type Sentence, fold, isInside, quotations, sentencesOf } from '../../language/sentences.ts';
import { detectSafety } from '../../safety/detection/detect-safety.ts';
import type { Material } from '../finding.ts';

/** Characters of one text that are read: a long evening's entry. */
const READ_MAX = 32_768;
/** A finding names at most so many sources. */
export const SOURCES_MAX = 4;

/** One text the person wrote, as themselves or as one of their parts. */
export type Passage = {
  readonly source: MemorySource;
  readonly text: string;
  readonly at: number;
  /** The part that speaks here; null for the person themselves. */
  readonly speaker: PartId | null;
  /** The parts that show in it. */
  readonly parts: readonly PartId[];
  /** Cut when asked for. */
  readonly sentences: readonly Statement[];
  /** Whether it was written in a hard moment: then nothing of it is quoted, however harmless one sentence looks by itself. Looked for when asked. */
  isHard(): boolean;
};

/** A sentence of a passage. `folded` has as many UTF-16 units as `words`, so that an offset in one is an offset in the other. */
export type Statement = {
  /** As it was written. */
  readonly words: string;
  readonly folded: string;
  /** The one after it in the same passage. */
  readonly next: Pick<Statement, 'words' | 'folded'> | null;
  /** Whether an offset lies in quotation marks: somebody else's words. */
  isQuoted(offset: number): boolean;
};

/**
 * Everything the person wrote that memory may be made of, in the order of writing. Nothing of a letter: what is said to a part is meant for it, and is
 * no view of the person's own.
 */
export function passagesOf(material: Material): Passage[] {
  const { session, messages, words = [], source, at } = material;
  const flagged = new Set(material.safetyFlags.flatMap(({ label, messageId }) => (label === 'crisis' ? (messageId ?? []) : [])));
  if (session?.remembered === false) return [];
  const known = new Set(material.parts.map(({ id }) => id));
  const showing = new Map<string, PartId[]>();
  for (const [partId, messageIds] of material.spokeIn)
    for (const id of messageIds) if (known.has(partId)) showing.set(id, [...(showing.get(id) ?? []), partId]);
  const written = messages
    .filter(({ role, metadata }) => role === 'user' && metadata.mode !== 'letter')
    .map(({ id, content, createdAt, metadata: { crisis, speaker } }) =>
      passage({
        source: `message:${id}`,
        text: content,
        at: createdAt,
        speaker: speaker?.kind === 'part' ? speaker.partId : null,
        parts: (showing.get(id) ?? []).toSorted(),
        // As it was judged when it was written; an older message, which has no such mark, is judged when somebody asks.
        isFlagged: crisis === true || flagged.has(id),
      }),
    );
  return [...written, ...words.map((text) => passage({ source, text, at, speaker: null, parts: [], isFlagged: false }))];
}

function passage({ isFlagged, ...told }: Omit<Passage, 'sentences' | 'isHard'> & { isFlagged: boolean }): Passage {
  const text = told.text.slice(0, READ_MAX);
  let sentences: Statement[] | null = null;
  let isHard: boolean | null = isFlagged ? true : null;
  return {
    ...told,
    get sentences() {
      return (sentences ??= statementsOf(text));
    },
    isHard: () => (isHard ??= detectSafety(text).label === 'crisis'),
  };
}

function statementsOf(text: string): Statement[] {
  const folded = fold(text);
  const quotes = quotations(folded);
  const pieces = sentencesOf(text, folded, quotes);
  const wordsOf = ({ start, end, text: own }: Sentence) => ({ words: text.slice(start, end), folded: own });
  return pieces.map((piece, at): Statement => {
    const next = pieces[at + 1];
    return { ...wordsOf(piece), next: next ? wordsOf(next) : null, isQuoted: (offset) => isInside(quotes, piece.start + offset) };
  });
}

/** What a finding rests on: the newest texts, oldest first, then the occasion itself. */
export function sourcesOf(found: readonly Pick<Passage, 'source'>[], occasion: MemorySource): MemorySource[] {
  const texts = [...new Set(found.map(({ source }) => source))].filter((source) => source !== occasion);
  return [...texts.slice(-(SOURCES_MAX - 1)), occasion];
}

/** When the newest of them was written. */
export const newestOf = (found: readonly Pick<Passage, 'at'>[], otherwise: number): number =>
  found.reduce((newest, { at }) => Math.max(newest, at), 0) || otherwise;
