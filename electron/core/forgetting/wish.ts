import type { ForgetTarget } from '../../../shared/entities/forgetting.ts';
import type { Message } from '../../../shared/entities/session.ts';
import type { BeliefId, PartId, SessionId } from '../../../shared/ids.ts';
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
  /** A part that goes, and the name it has or had. */
  part: { id: PartId; name: string } | null;
  /** A belief that goes from every version of memory. */
  belief: BeliefId | null;
};

export const emptyWish = { rows: [], stretch: null, texts: [], left: [], part: null, belief: null } as const satisfies Omit<Wish, 'kind'>;
