import type { GuideMove } from '../../../../shared/entities/guide.ts';
import type { CountryHelplines } from '../../../../shared/entities/helpline.ts';
import type { PartRole } from '../../../../shared/entities/part.ts';
import type { SafetyLabel } from '../../../../shared/entities/safety.ts';
import type { GuideState, GuideWish, SessionMode, Speaker } from '../../../../shared/entities/session.ts';
import type { MessageId, PartId } from '../../../../shared/ids.ts';
import type { SafetyQuestion } from '../../safety/safety-words.ts';
import type { Recalled } from '../context/remembered.ts';
import type { MetPart } from './met-part.ts';

/** What the Guide knows of a part. */
export type GuidedPart = {
  readonly id: PartId;
  readonly name: string;
  readonly role: PartRole;
  readonly story: string;
  readonly lastWords: string | null;
};

/** Where a conversation stands for the Guide. Read from what is stored each time: nothing is kept in between. */
export type GuideContext = {
  readonly mode: SessionMode;
  /** The one that speaks, else the part the session is with, else, in a dialogue, the one that spoke last. */
  readonly part: GuidedPart | null;
  /** How its newest reply in this mode of this session left it; null when it has not begun. */
  readonly state: GuideState | null;
  /** Where the six Fs with this part were left before, if they were not finished. */
  readonly earlier: GuideState | null;
  /** The part that is met in the six Fs without a name of its own, if one was found. */
  readonly met: MetPart | null;
  /** Its own sentences in its newest replies. */
  readonly saidLately: ReadonlySet<string>;
  /** The person’s words in the messages that answered steps. */
  readonly words: ReadonlyMap<MessageId, string>;
  readonly speaker: Speaker | null;
  /** What was asked of it without words. */
  readonly move: GuideMove | null;
  /** The message that is being answered. */
  readonly said: MessageId | null;
  /** Whether a letter was just kept, or there was none to keep. */
  readonly letter: 'kept' | 'empty' | null;
  /** What is remembered, when the person asked for it. */
  readonly remembered: Recalled | null;
  /** How they wanted to be listened to in this session, before what they say now. */
  readonly wishes: ReadonlySet<GuideWish>;
};

/** What is known while a hard moment is open. Nothing of the person’s plan or people is in it: the Guide only says where they stand. */
export type InDanger = {
  /** The heavier of what is open. */
  readonly label: SafetyLabel;
  /** It was found in this very session. */
  readonly isHere: boolean;
  /** The reply before was about safety: the machine’s own, or one of these. */
  readonly goesOn: boolean;
  /** What was asked about safety last and is not answered yet. */
  readonly question: SafetyQuestion | null;
  /** It was asked right before, not one reply earlier. */
  readonly isJustAsked: boolean;
  /** The reply before told whom to call. */
  readonly numbersTold: boolean;
  /** Nothing was answered in this session yet. */
  readonly isFirst: boolean;
  /** The message is heavy by itself. */
  readonly isHeavy: boolean;
  /** A young or hurt part speaks in the message: it is not gone closer to. */
  readonly exileNear: boolean;
  /** What helps in the person’s country, or anywhere. */
  readonly help: CountryHelplines;
};

/** A conversation that has just begun, for writing. */
export const freshContext: GuideContext = {
  ...{
    mode: 'write',
    part: null,
    state: null,
    earlier: null,
    met: null,
    saidLately: new Set<string>(),
    words: new Map<MessageId, string>(),
  },
  ...{ speaker: null, move: null, said: null, letter: null, remembered: null, wishes: new Set<GuideWish>() },
};

/** Where things stand, to be taken up again after a reply that does not move them. */
export function whereItStands({ state, mode, part }: GuideContext): Omit<GuideState, 'mode' | 'used' | 'wishes'> {
  const { mode: _mode, used: _used, wishes: _wishes, ...rest } = state ?? { mode, used: [], ...(part && { partId: part.id }) };
  return rest;
}
