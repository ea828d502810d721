import { z } from 'zod';
import { ForgetTarget as ForgetTargetSchema, type ForgetTarget, type Forgetting } from '../../../shared/entities/forgetting.ts';
import type { Row } from '../db/schema.ts';
import { type Forgotten, namesOf, phraseOf } from '../memory/forget-in.ts';
import type { KeyedDigest } from '../memory/keyed-digest.ts';
import { messageRepository } from '../sessions/message-repository.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import type { Steps } from '../steps.ts';
import type { Reach } from './reach.ts';
import type { Wish } from './wish.ts';

/** What a record keeps while memory is being written anew, and drops when that is done. */
const StoredForgotten = z.strictObject({
  sources: z.array(z.string()),
  occasions: z.array(z.array(z.string())),
  parts: z.array(z.string()),
  beliefs: z.array(z.string()),
  phrases: z.array(z.strictObject({ digest: z.string(), length: z.int().positive() })),
  // What was begun before names were kept apart from words has them among those.
  names: z.array(z.strictObject({ digest: z.string(), length: z.int().positive() })).default([]),
});

/** What memory is to lose: identifiers of what went and keyed digests of its words. */
export function* forgottenBy(scope: OwnerScope, wish: Wish, { gone, saidBack }: Reach, keyedDigest: KeyedDigest): Steps<Forgotten> {
  const kinds = { messages: 'message', sessions: 'session', checkIns: 'check_in', insights: 'insight' } as const;
  const sources = [...gone].flatMap((path) => {
    const [, table = '', id = ''] = path.split('/');
    return table === 'messages' || table === 'sessions' || table === 'checkIns' || table === 'insights' ? [`${kinds[table]}:${id}`] : [];
  });
  const { beliefs, left, parts, stretch } = wish;
  const phrases: Forgotten['phrases'][number][] = [];
  for (const word of saidBack.words) {
    yield;
    phrases.push(phraseOf(keyedDigest, [word]));
  }
  return {
    // What is left of a session is remembered anew, so that nothing of it stays that rested on what went.
    sources: [...sources, ...left.map(({ sessionId }) => `session:${sessionId}`), ...(stretch ? [`message:${stretch.message.id}`] : [])],
    occasions: sessionsLosing(scope, wish, gone).map((id) => [
      `session:${id}`,
      ...scope
        .use(messageRepository)
        .idsOf(id)
        .map((one) => `message:${one}`),
    ]),
    parts: parts.map(({ id }) => id),
    beliefs,
    phrases,
    names: parts.flatMap(({ name }) => namesOf(keyedDigest, name)),
  };
}

/** Sessions that go or lose a message. */
function sessionsLosing(scope: OwnerScope, { left }: Wish, gone: ReadonlySet<string>): SessionId[] {
  const going = [...gone].flatMap((path) => {
    const [, table, id = ''] = path.split('/');
    return table === 'messages' ? (scope.find('messages', id)?.sessionId ?? []) : [];
  });
  return [...new Set([...going, ...left.map(({ sessionId }) => sessionId)])];
}

/** What a record holds of its target as long as its rows have not gone: identifiers and days. */
export const targetOf = ({ kind: _kind, ...target }: ForgetTarget): Row<'forgettings'>['target'] => target;

/** What it holds after that. A belief's identifier is told from its words, so it goes when it is not needed any more. */
export const targetWith = (target: ForgetTarget, forgotten: Forgotten): Row<'forgettings'>['target'] => ({
  ...(target.kind === 'belief' ? {} : targetOf(target)),
  forgotten,
});

/** What was asked for, as long as its rows have not gone. */
export const askedFor = ({ kind, target }: Row<'forgettings'>): ForgetTarget => ForgetTargetSchema.parse({ kind, ...target });

/** @throws Error when the record holds none. */
export const storedForgotten = ({ target }: Row<'forgettings'>): Forgotten => StoredForgotten.parse(target.forgotten);

/** A target without what was only kept for memory. */
export const withoutForgotten = ({ target: { forgotten: _forgotten, ...target } }: Row<'forgettings'>): Row<'forgettings'>['target'] =>
  target;

export const toForgetting = ({ id, kind, step, done, total, startedAt, finishedAt }: Row<'forgettings'>): Forgetting => ({
  ...{ id, kind, step, done, total, startedAt, finishedAt },
});
