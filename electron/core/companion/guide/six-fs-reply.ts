import type { GuideStep } from '../../../../shared/entities/guide.ts';
import type { GuideState } from '../../../../shared/entities/session.ts';
import type { MessageId, PartId } from '../../../../shared/ids.ts';
import type { Noticed } from '../provider.ts';
import { eventOf, saysNo, saysYes, stepWantedIn } from './answers.ts';
import type { GuideContext } from './guide-context.ts';
import { quoted, tellingWords } from './quote.ts';
import { type GuideEvent, type Walk, advance, beginWalk } from './six-fs.ts';
import type { Fill, Telling } from './telling.ts';
import type { Line } from './words/line.ts';
import * as words from './words/six-fs.ts';

/** What a reply says, sentence by sentence, and how it leaves things. */
export type Told = { sentences: (string | null)[]; state: Omit<GuideState, 'mode' | 'used'> };

/** The six Fs: what the person said becomes an event, the event leads to a step, and the step asks its question. */
export function sixFsReply(context: GuideContext, text: string, noticed: readonly Noticed[], tell: Telling, mayAsk: boolean): Told {
  const { earlier, move, part, said, state } = context;
  const partId = part?.id ?? null;
  if (state?.step === undefined) return begin();

  const current = walkOf(state, state.partId ?? null);
  if (move?.kind === 'skip') return step(current, 'skipped');
  if (move?.kind === 'go_to') return step(current, `go_to:${move.step}`);
  if (move?.kind === 'leave') return step(current, 'left');
  const meant = eventOf(current, text);
  const isElsewhere = meant.startsWith('go_to');
  if (state.at === 'left') return step(current, isElsewhere ? meant : 'resumed');
  if (state.at === 'resume_offer' && saysNo(text)) return anew(beginWalk(partId));
  if (state.at === 'resume_offer' && saysYes(text) && !isElsewhere) return step(current, 'resumed');
  return step(current, meant);

  function begin(): Told {
    const wanted = move?.kind === 'go_to' ? move.step : stepWantedIn(text);
    if (wanted) return step(earlier ? walkOf(earlier, partId) : beginWalk(partId), `go_to:${wanted}`);
    const offer = earlier && offerToResume(earlier);
    if (offer) return offer;
    const walk = beginWalk(partId);
    return walk.step === 'find' && noticed.length > 0 ? step(walk, 'answered') : anew(walk);
  }

  function anew(walk: Walk): Told {
    // A part that is chosen right after the beginning needs no second one.
    const hasBegun = words.beginning.some(({ id }) => context.saidLately.has(id)) && move?.kind === 'begin';
    return { sentences: [hasBegun ? null : tell.say(words.beginning), question(walk)], state: stateOf(walk) };
  }

  function step(before: Walk, event: GuideEvent): Told {
    const after = advance(before, event, said);
    if (event === 'left') return { sentences: [tell.say(words.stopped)], state: { ...stateOf(after), at: 'left' } };
    if (after.step === 'close') {
      const sentences = before.step === 'close' && !event.startsWith('go_to') ? lingering() : arriving(after);
      return { sentences, state: stateOf(after) };
    }
    return { sentences: [lead(before, after, event), question(after, event)], state: stateOf(after) };
  }

  function lead(before: Walk, after: Walk, event: GuideEvent): string | null {
    const own: Fill = { one: noticed[0] ? quoted(noticed[0].quote) : tellingWords(text), part: nameOf(after) };
    const topics: Partial<Record<GuideEvent, readonly Line[]>> = {
      answered: words.takenIn,
      opened: words.openToward,
      blended: before.rounds === 0 ? words.anotherIsHere : words.anotherStays,
      refused: words.meetTheOther,
      gave_space: words.gaveSpace,
      unsure: words.notSure,
      skipped: before.unsure > 0 ? words.leftOpen : words.skipping,
      resumed: words.resuming,
    };
    return tell.say(topics[event] ?? words.goingTo, own);
  }

  function question(walk: Walk, event?: GuideEvent): string {
    const fill: Fill = { part: nameOf(walk) };
    if (walk.step === 'close') return tell.listen();
    const again = walk.step === 'feel_toward' && event === 'gave_space' ? tell.say(words.feelAgain, fill) : null;
    return again ?? tell.say(words.stepQuestions[walk.step], fill) ?? tell.listen();
  }

  /** The end is reached: what was found in the person’s words, and where it can be kept. */
  function arriving(walk: Walk): (string | null)[] {
    const fear = wordsAt(walk, 'fear');
    const fill: Fill = { one: fear === null ? null : tellingWords(fear), part: nameOf(walk) };
    return [
      tell.say(words.closingFear, fill),
      tell.say(words.closing, fill) ?? tell.listen(),
      tell.say(walk.partId ? words.offerKnown : words.offerUnknown, fill),
    ];
  }

  function lingering(): (string | null)[] {
    return [(mayAsk ? tell.say(words.afterClose) : null) ?? tell.listen()];
  }

  function offerToResume(left: GuideState): Told | null {
    const walk = walkOf(left, partId);
    const found = wordsAt(walk, 'find');
    const fill: Fill = { part: part?.name ?? null, place: words.placeWords[walk.step], one: found === null ? null : tellingWords(found) };
    const sentence = tell.say(part ? words.resumeNamed : words.resumeUnnamed, fill);
    return sentence === null ? null : { sentences: [sentence], state: { ...stateOf(walk), at: 'resume_offer' } };
  }

  function nameOf(walk: Walk): string {
    return part && part.id === walk.partId ? part.name : 'this part';
  }

  function wordsAt(walk: Walk, at: GuideStep): string | null {
    const id: MessageId | undefined = walk.learned[at];
    if (id === undefined) return null;
    return id === said ? text : (context.words.get(id) ?? null);
  }
}

const walkOf = (state: GuideState, partId: PartId | null): Walk => ({
  step: state.step ?? 'find',
  partId,
  learned: state.learned ?? {},
  rounds: state.rounds ?? 0,
  unsure: state.unsure ?? 0,
});

const stateOf = ({ step, partId, learned, rounds, unsure }: Walk): Told['state'] => ({
  step,
  ...(partId && { partId }),
  ...(Object.keys(learned).length > 0 && { learned: { ...learned } }),
  ...(rounds > 0 && { rounds }),
  ...(unsure > 0 && { unsure }),
});
