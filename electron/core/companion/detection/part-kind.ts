import type { PartRole } from '../../../../shared/entities/part.ts';

/** A family of parts: what they do, what people call them, and the words that give them away. */
export type PartKind = {
  readonly role: PartRole;
  readonly name: string;
  /** Nouns people use for such a part and hardly ever for somebody they know, separated by blanks. */
  readonly agents: string;
  /** Nouns that name such a part but also people at work: they need more proof. */
  readonly jobs?: string;
  /** Words in a sentence that point to such a part, separated by blanks. */
  readonly words: string;
  /** Sources of regular expressions, matched against the folded quote. */
  readonly phrases?: readonly string[];
};
