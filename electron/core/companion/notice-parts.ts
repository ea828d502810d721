import type { Mark } from '../../../shared/entities/session.ts';
import type { MessageId, PartId } from '../../../shared/ids.ts';
import type { ActionBus } from '../actions/action-bus.ts';
import { type Actor, companionOf } from '../actions/actor.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { partRepository } from '../parts/part-repository.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { wasDeclined } from '../proposals/declined.ts';
import { proposePart } from '../proposals/proposal-actions.ts';
import { proposalRepository } from '../proposals/proposal-repository.ts';
import { markMessage } from '../sessions/session-actions.ts';
import { type DetectedPart, detectParts } from './detection/detect-parts.ts';
import type { Noticed } from './provider.ts';
import type { PartMemory } from './remember-parts.ts';

/** More than this many suggestions under one message would be noise; the surest ones are kept. */
const PROPOSALS_PER_MESSAGE = 12;
/** Characters of a message that are read for parts: a long evening's entry. What is pasted beyond that is kept, not searched. */
const READ_MAX = 32_768;
/** Beyond this a quote is no longer the words that show a part. */
const QUOTE_MAX = 2000;

/**
 * Looks for parts in a message just written, marks their words in it and offers them to the person;
 * words of a part the person has are offered under its name, and become its evidence with a yes.
 * Words whose proposal was declined are left alone, also when it is forgotten since; words that are on offer already keep their proposal.
 * So do words of this very message that were accepted before it was edited. While `exilesRest`, in a crisis, no exile is offered or spoken of.
 * Nor is the one a letter is written to: it is spoken to there, and does not speak.
 * Call it in the transaction that posts or edits the message.
 */
export function noticeParts(
  { bus, keyedDigest, knownTo }: { bus: ActionBus; keyedDigest: KeyedDigest; knownTo: PartMemory },
  actor: Actor,
  scope: OwnerScope,
  message: { id: MessageId; content: string; exilesRest: boolean; letterTo: PartId | null },
): Noticed[] {
  const companion = companionOf(actor.userId);
  const addressed = message.letterTo && scope.find('parts', message.letterTo)?.name;
  const noticed: Noticed[] = [];
  const marks: Mark[] = [];
  for (const found of surest(detectParts(startOf(message.content), knownTo(scope)))) {
    if ((message.exilesRest && found.role === 'exile') || found.name === addressed) continue;
    const [earlier] = scope.use(proposalRepository).forWords('part', found.quote);
    if (wasDeclined(scope, keyedDigest, 'part', found.quote)) continue;
    const isAccepted = earlier?.state === 'accepted' && earlier.messageId === message.id;
    const isOnOffer = earlier?.state === 'open' || earlier?.state === 'later' || isAccepted;
    const { quote, name, role, confidence } = found;
    const proposalId = isOnOffer
      ? earlier.id
      : bus.perform(companion, proposePart, { messageId: message.id, name, role, quote, confidence }).value;
    marks.push({ start: found.start, end: found.end, role, proposalId });
    const partId = scope.use(partRepository).named(name);
    noticed.push({ name, role, quote, known: partId !== undefined, ...(partId && { partId }) });
  }
  if (marks.length > 0) bus.perform(companion, markMessage, { messageId: message.id, marks });
  return noticed;
}

/** Whether a young or hurt part speaks in words, also in a crisis, when it is not offered: the Guide does not go closer to it. Reads only. */
export const exileSpeaksIn = (content: string, knownTo: PartMemory, scope: OwnerScope): boolean =>
  detectParts(startOf(content), knownTo(scope)).some(({ role }) => role === 'exile');

/** Cut between symbols, never inside one. */
const startOf = (content: string): string => content.slice(0, READ_MAX).replace(/[\uD800-\uDBFF]$/u, '');

/** In the order of the text. */
const surest = (found: DetectedPart[]): DetectedPart[] =>
  found
    .filter(({ quote }) => quote.length <= QUOTE_MAX)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, PROPOSALS_PER_MESSAGE)
    .toSorted((a, b) => a.start - b.start);
