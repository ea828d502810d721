import type { PartRole } from '../../../../shared/entities/part.ts';
import { PART_NAME_MAX } from '../../../../shared/entities/part.ts';
import type { Proposal } from '../../../../shared/entities/proposal.ts';
import type { MessageId } from '../../../../shared/ids.ts';
import type { ActionBus } from '../../actions/action-bus.ts';
import { type Actor, companionOf } from '../../actions/actor.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import { fold } from '../../language/sentences.ts';
import { wordsOf } from '../../language/words.ts';
import type { KeyedDigest } from '../../memory/keyed-digest.ts';
import { partRepository } from '../../parts/part-repository.ts';
import { wasDeclined } from '../../proposals/declined.ts';
import { proposePart } from '../../proposals/proposal-actions.ts';
import { proposalRepository } from '../../proposals/proposal-repository.ts';
import { exilesRest } from '../../safety/exiles-rest.ts';
import { messageRepository } from '../../sessions/message-repository.ts';
import { markMessage } from '../../sessions/session-actions.ts';
import { nameFor } from '../detection/naming.ts';
import { kindsOfAgent, kindsOfJob, kindsOfPhrases, kindsOfWord } from '../detection/part-kinds.ts';
import { calledIn } from './part-words.ts';

/** A part that is met in the six Fs without being one of the person’s named ones. */
export type MetPart = {
  /** The message it was found in. */
  readonly messageId: MessageId;
  /** The words it is offered with. */
  readonly quote: string;
  /** Whether it stands as a suggestion under these words, or may be put there: it was not said no to, and is no part yet. */
  readonly isOffered: boolean;
  /** The name of the part it has become, when the person said yes on the way. */
  readonly partName: string | null;
};

/** Somebody who goes through the steps with a part means it. */
const SURE = 0.95;
/** The longest piece of a message that is offered as the words for a part, in UTF-16 units. */
const QUOTE_MAX = 200;

/** What is known of a part that was found in a message, or null when the message is gone. */
export function metPart(scope: OwnerScope, keyedDigest: KeyedDigest, messageId: MessageId): MetPart | null {
  const message = scope.use(messageRepository).get(messageId);
  if (!message) return null;
  const proposals = scope.use(proposalRepository);
  const marked = (message.metadata.marks ?? []).flatMap(({ proposalId }): Proposal[] => {
    const proposal = proposals.get(proposalId);
    return proposal?.kind === 'part' ? [proposal] : [];
  });
  const [one] = marked.filter(({ state }) => state !== 'declined');
  const quote = one?.quote ?? beginningOf(message.content);
  if (one?.state === 'accepted') return { messageId, quote, isOffered: false, partName: one.name };
  const earlier = proposals.forWords('part', quote);
  const isNew = marked.length === 0 && earlier.length === 0 && quote !== '' && !wasDeclined(scope, keyedDigest, 'part', quote);
  return { messageId, quote, isOffered: (one !== undefined || isNew) && !exilesRest(scope), partName: null };
}

/**
 * Offers a part that was met in the six Fs under the words it was found in, like any other that was noticed: it is made by nobody but the person.
 * What stands there already, or was said no to, is left as it is.
 */
export function proposeMet(bus: ActionBus, keyedDigest: KeyedDigest, actor: Actor, scope: OwnerScope, messageId: MessageId): void {
  const met = metPart(scope, keyedDigest, messageId);
  const message = scope.use(messageRepository).get(messageId);
  if (!met?.isOffered || !message || (message.metadata.marks ?? []).length > 0) return;
  const { quote } = met;
  const companion = companionOf(actor.userId);
  const { name, role } = describe(message.content, quote);
  const known = scope.use(partRepository).named(name);
  bus.together(companion, () => {
    const offer = { messageId, name, role: known ? 'unknown' : role, quote, confidence: SURE } as const;
    const proposalId = bus.perform(companion, proposePart, offer).value;
    const start = message.content.indexOf(quote);
    const mark = { start, end: start + quote.length, role: offer.role, proposalId };
    bus.perform(companion, markMessage, { messageId, marks: [mark] });
  });
}

/** The first words of a message, whole sentences or lines as far as they are short. */
function beginningOf(content: string): string {
  const [first = ''] = /[^\n.!?]+/u.exec(content.trimStart()) ?? [];
  if (first.length <= QUOTE_MAX) return first.trim();
  const cut = first.slice(0, QUOTE_MAX);
  return cut
    .slice(0, Math.max(cut.lastIndexOf(' '), 1))
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim();
}

/** A kind name and the likeliest role, from what the person called it. */
function describe(content: string, quote: string): { name: string; role: PartRole } {
  const called = calledIn(content)?.replace(/^(?:the|your|that) /u, '') ?? '';
  const noun = called.split(' ').at(-1) ?? '';
  const kinds = [...kindsOfAgent(noun), ...kindsOfJob(noun), ...kindsOfPhrases(fold(quote)), ...wordsOf(quote).flatMap(kindsOfWord)];
  const isFigure = called !== '' && !/ (?:that|who|which) /u.test(` ${called} `);
  const mention = { form: isFigure ? 'figure' : 'habit', start: 0, headEnd: 0, label: isFigure ? called : '', strength: 1 } as const;
  return { name: nameFor(mention, fold(quote), kinds, new Set()).slice(0, PART_NAME_MAX), role: kinds[0]?.role ?? 'unknown' };
}
