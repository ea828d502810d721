import type { ForgetTarget } from '../../../shared/entities/forgetting.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { BeliefId, PartId, SessionId } from '../../../shared/ids.ts';
import type { WholeAction } from '../actions/action-repository.ts';
import type { RowAddress } from '../actions/apply-patch.ts';
import type { Stretch } from './cut-words.ts';

/** What a person wants forgotten, told in rows: where everything that has to be touched is followed from. */
export type Wish = {
  kind: Exclude<ForgetTarget['kind'], 'everything'>;
  /** Rows that go, and with them all that belongs to them. */
  rows: readonly RowAddress[];
  /** A stretch that goes from a message which stays. */
  stretch: (Stretch & { message: Message }) | null;
  /** The words that go, as far as others may have said them back. */
  texts: readonly string[];
  /** Sessions that lose something and stay. What is left of them is remembered anew, and titled anew when the title that is given was made of what goes. */
  left: readonly { sessionId: SessionId; title: string | null }[];
  /** Parts that go, and the names they have or had. */
  parts: readonly { id: PartId; name: string }[];
  /** Beliefs that go from every version of memory. */
  beliefs: readonly BeliefId[];
  /** Rows that stay and lose some of their words. */
  changes: readonly FieldChange[];
  /** Actions of which nothing can stay, because they hold such words. */
  trail: readonly WholeAction[];
  /** The names of parts that stay although they were made of what goes, because something else rests on them. */
  staying: readonly string[];
};

/** What some fields of a row are to be. */
export type FieldChange = RowAddress & { changes: Record<string, unknown> };

export const emptyWish = {
  rows: [],
  stretch: null,
  texts: [],
  left: [],
  parts: [],
  beliefs: [],
  changes: [],
  trail: [],
  staying: [],
} as const satisfies Omit<Wish, 'kind'>;
