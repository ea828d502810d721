import type { GuideMove } from '../../../../shared/entities/guide.ts';
import type { GuideState, Message, Session, SessionMode } from '../../../../shared/entities/session.ts';
import type { MessageId, PartId } from '../../../../shared/ids.ts';
import type { OwnerScope } from '../../db/owner-scope.ts';
import { asksForMemory } from '../../language/memory-questions.ts';
import { messageRepository } from '../../sessions/message-repository.ts';
import type { GuideContext, GuidedPart } from './guide-context.ts';
import { FRESH_FOR } from './telling.ts';

export type ContextRequest = {
  /** As it is, or was until this very move. */
  session: Session;
  /** The place of the reply that is to be written; only what stands before it counts. */
  sequence: number;
  /** The session's messages before it, oldest first. */
  turns: readonly Message[];
  move: GuideMove | null;
  letter: GuideContext['letter'];
  /** What is remembered, read when the person asks for it. */
  recall: () => GuideContext['remembered'];
  /** What is known of a part that was found in a message of the person’s. */
  meet: (found: MessageId) => GuideContext['met'];
  /** The mode or the part is new: nothing of this session is gone on with. */
  isNew: boolean;
};

/** Reads where the conversation stands for the Guide, from what is stored and nothing else. */
export function readGuideContext(scope: OwnerScope, request: ContextRequest): GuideContext {
  const { session, sequence, turns, move, letter, recall, meet, isNew } = request;
  const { mode } = session;
  const messages = scope.use(messageRepository);
  const newest = turns.at(-1);
  const said = newest?.role === 'user' && move === null ? newest : null;
  const speaker = said?.metadata.speaker ?? null;
  const spoke = mode === 'dialogue' ? turns.findLast(({ metadata }) => metadata.speaker?.kind === 'part')?.metadata.speaker : null;
  const inDialogue = spoke?.kind === 'part' ? spoke.partId : null;
  const part = guidedPart(scope, speaker?.kind === 'part' ? speaker.partId : (session.partId ?? inDialogue));
  const state = isNew ? null : stateIn(turns, mode, session.partId);
  const asksEarlier = state === null && (mode === 'six_fs' || mode === 'visit');
  const walk = asksEarlier ? messages.lastWalk(session.partId, sequence)?.metadata.guide : undefined;
  const earlier = walk && walk.step !== 'close' ? walk : null;
  const words = new Map<MessageId, string>();
  for (const id of Object.values((state ?? earlier)?.learned ?? {})) {
    const message = messages.get(id);
    if (message) words.set(id, message.content);
  }
  const walked = state ?? earlier;
  const found = walked?.partId === undefined ? walked?.learned?.find : undefined;
  const met = mode === 'six_fs' && found ? meet(found) : null;
  // With the reply itself: one that is made again should not say the same again.
  const saidLately = new Set(
    messages
      .repliesBefore(sequence + 1, FRESH_FOR + 1)
      .flatMap(({ metadata }) => [...(metadata.guide?.used ?? []), ...(metadata.introduced ? [metadata.introduced] : [])]),
  );
  // Whatever the session was for meanwhile.
  const wishes = new Set(turns.findLast(({ metadata }) => metadata.guide)?.metadata.guide?.wishes);
  const isAsked = said !== null && speaker === null && mode !== 'letter' && asksForMemory(said.content);
  const remembered = isAsked ? recall() : null;
  return { mode, part, state, earlier, met, saidLately, words, speaker, move, said: said?.id ?? null, letter, remembered, wishes };
}

/** How the newest reply left things, if it was in this mode and about this part. */
export function stateIn(turns: readonly Message[], mode: SessionMode, partId: PartId | null): GuideState | null {
  const left = turns.findLast(({ metadata }) => metadata.guide)?.metadata.guide;
  if (left?.mode !== mode) return null;
  // What one reply told of the memory is that reply's alone.
  const { remembered: _remembered, told: _told, ...state } = left;
  // In the six Fs a part that does not give space is met instead; it has no name yet.
  const isAnother = state.partId !== undefined && state.partId !== partId;
  return mode === 'six_fs' && isAnother ? null : state;
}

function guidedPart(scope: OwnerScope, partId: PartId | null): GuidedPart | null {
  const part = partId && scope.find('parts', partId);
  if (!part) return null;
  const { id, name, story, attributes, recentEvidence } = part;
  return { id, name, story, role: attributes.role, lastWords: recentEvidence[0]?.quote ?? null };
}
