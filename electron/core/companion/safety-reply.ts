import type { CountryHelplines } from '../../../shared/entities/helpline.ts';
import { askGently } from '../safety/safety-words.ts';
import { numbersOf } from './guide/danger-numbers.ts';
import { filled } from './guide/telling.ts';
import { callNow } from './guide/words/in-danger.ts';
import type { CompanionProvider } from './provider.ts';

/** Who answers a crisis, as the metadata of a reply names it. */
export const SAFETY_PROVIDER = 'safety';

/** Said with the first asking in a session. It holds also when nothing is open any more: Help is always there. */
const WHAT_I_AM = 'I am software and not a therapist, so I can’t keep you safe; people can.';
const WHERE_HELP_IS =
  'Under Help are your own plan, your people, and more numbers. Write on whenever you like; nothing you write is blocked or reported.';

/** Said instead when it was asked before in this session. */
const onceMore = [
  'I am a program, and this needs a person. Under Help are your plan and your people.',
  'I can only ask, as the software I am; somebody else can come to you.',
  'No program can hold this with you, and somebody with a voice can. Your people and your plan are under Help.',
] as const;

/**
 * What the machine itself answers to a crisis: it asks one thing, says what it is, whom to call and where help stands.
 * @param asked how often it has asked before. @param isFirst whether this is the first time in this session.
 */
export function crisisWords(asked: number, isFirst: boolean, help: CountryHelplines): string {
  const question = askGently('crisis', asked);
  const what = isFirst ? WHAT_I_AM : (onceMore[asked % onceMore.length] ?? onceMore[0]);
  // The first time in the plainest words.
  const call = callNow[isFirst ? 0 : asked % callNow.length] ?? callNow[0];
  return [question, `${what} ${call ? filled(call.text, numbersOf(help)) : ''}`, ...(isFirst ? [WHERE_HELP_IS] : [])].join('\n\n');
}

/** Answers with these words and nothing else, at once: nobody in danger waits for words to be typed. */
export const sayingOnly = (words: string): CompanionProvider => ({
  name: SAFETY_PROVIDER,
  async *reply(_request, signal) {
    signal.throwIfAborted();
    yield { type: 'text', text: words };
  },
});

/** A companion's own reply with these words before it, which ask about safety. It is told so, and may leave it at that. */
export const startingWith = (words: string, companion: CompanionProvider): CompanionProvider => ({
  name: companion.name,
  async *reply(request, signal) {
    yield { type: 'text', text: words };
    let isApart = false;
    for await (const event of companion.reply({ ...request, isAsked: true }, signal)) {
      if (event.type === 'text' && !isApart) {
        isApart = true;
        yield { type: 'text', text: '\n\n' };
      }
      yield event;
    }
  },
});
