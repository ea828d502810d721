import type { Message, MessageVersion } from '../../../shared/entities/session.ts';
import type { MessageId } from '../../../shared/ids.ts';
import type { OwnerScope } from '../db/owner-scope.ts';
import { withoutWords } from './cut-words.ts';
import { forgettingRepository } from './forgetting-repository.ts';
import { isScripted } from './said-back.ts';
import type { Wish } from './wish.ts';

const kinds: Record<string, string> = {
  messages: 'message',
  sessions: 'session',
  checkIns: 'check_in',
  insights: 'insight',
  parts: 'part',
};

/** A name of fewer letters says nothing by itself: a part can be called “I”. */
const NAME_MIN = 3;

/** Replies that told of something that goes, now or before they were made again: of what is remembered, or of a part by its name. */
export function repliesTelling(scope: OwnerScope, wish: Wish, gone: ReadonlySet<string>): MessageId[] {
  const { beliefs, parts, stretch } = wish;
  const wanted = new Set<string>();
  for (const path of gone) {
    const [, table = '', id = ''] = path.split('/');
    if (kinds[table] !== undefined) wanted.add(`${kinds[table]}:${id}`);
  }
  if (stretch) wanted.add(`message:${stretch.message.id}`);
  for (const { id } of parts) wanted.add(`part:${id}`);
  for (const id of beliefs) wanted.add(`belief:${id}`);
  const repository = scope.use(forgettingRepository);
  const telling = repository.telling().filter(({ of }) => of.some((one) => wanted.has(one)));
  const naming = parts.flatMap(({ name }) => repository.repliesWith(name).filter((reply) => saysAny(reply, namesPart(name))));
  const saying =
    wish.kind === 'belief' ? wish.texts.flatMap((text) => repository.repliesWith(text).filter((reply) => saysAny(reply, holds(text)))) : [];
  return [...new Set([...telling, ...naming, ...saying].map(({ id }) => id))];
}

type Said = Pick<MessageVersion, 'content' | 'provider'>;

/** Whether a reply, or what it was before, says something. */
const saysAny = ({ content, metadata: { provider, versions = [] } }: Message, says: (said: Said) => boolean): boolean =>
  [{ content, provider }, ...versions].some(says);

const holds =
  (words: string) =>
  ({ content }: Said): boolean =>
    withoutWords(content, words) !== content;

/**
 * By a name of several words. One word may be anybody’s: a companion that chooses its own words has to write it as the name is written, and of the
 * sentences that are written down beforehand it is known which parts they name.
 */
function namesPart(name: string): (said: Said) => boolean {
  if (name.length < NAME_MIN) return () => false;
  const isOneWord = !/\s/u.test(name.trim());
  return (said) => holds(name)(said) && (!isOneWord || (!isScripted(said.provider) && said.content.includes(name)));
}
