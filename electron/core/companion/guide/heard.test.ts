import { describe, expect, it } from 'vitest';
import { heardIn } from './heard.ts';
import type { HeardKind } from './words/heard.ts';

const told: readonly (readonly [HeardKind | null, ...string[]])[] = [
  [
    'violence_suffered',
    'I was raped when I was 16',
    'she threw a plate at me again',
    'He hits me',
    'my stepfather used to beat me with a belt.',
    'When I said no he forced himself on me.',
    'I got mugged on the way home',
    'My husband slapped me again. I laughed it off.',
    'He touched me when I was nine',
  ],
  ['violence_done', 'I hit my son', 'I slapped her and then I cried', 'I just lost it and hit my little girl', 'I shoved my wife'],
  [
    'loss',
    'My dog died this morning',
    'Dad passed away on Sunday.',
    'We lost the baby',
    'The funeral is on Friday and I have nothing to wear',
    'My grandmother died when I was ten',
    'Sam died.',
    'My colleague Ben died by suicide two years ago',
    'I can’t believe she died',
    'I had a miscarriage.',
    'my best friend killed himself last year',
    'We had our old dog put down',
    'she called me by my dead brother’s name',
    'my late husband loved this song',
    'he drank himself to death',
  ],
  [
    'illness',
    'The hospital wants to see me again on Thursday.',
    'My cat is ill',
    'It is cancer.',
    'Mum has dementia and does not know my name',
    'my dad had a stroke',
    'I’m sick',
  ],
  [
    'blow',
    'My brother was arrested',
    'I lost my job',
    'She left me',
    'We broke up last night',
    'I failed my driving test',
    'Got sacked. They were sacked too, we all got sacked',
  ],
  [
    'shame',
    'I feel ashamed of what I did',
    'I lied to my wife',
    'so embarrassed',
    'I feel like a fraud at work',
    'I can’t forgive myself',
    'it was my fault for going up there',
    'I feel like a monster',
    'I don’t deserve them',
  ],
  [
    'fear',
    'I’m so afraid of the meeting',
    'Scared.',
    'I was so afraid I wouldn’t',
    'I had a panic attack on the bus',
    'it makes me really nervous',
    'my head is going round and round, I worry',
  ],
  [
    'anger',
    'I am furious with him',
    'I hate my boss',
    'I had a fight with my sister about mum’s care.',
    'this makes me so angry',
    'I’m fed up',
  ],
  ['loneliness', 'I feel so alone', 'Nobody calls', 'nobody here to talk', 'lonely again tonight', 'I have no friends here'],
  ['tiredness', 'I’m exhausted', 'so tired', 'It’s 3am and I can’t sleep', 'I am sick and tired of it', 'It’s all too much'],
  ['sadness', 'I’m sad.', 'I can’t stop crying', 'I miss her', 'sad 😢 very sad', 'I feel really down'],
  [
    'good_news',
    'I got the job!',
    'We had a baby girl this morning',
    'I’m so happy today',
    'I think I’m in love',
    'I passed',
    'The talk went really well',
  ],
  [
    null,
    'ok',
    '',
    'The bus was late.',
    'My phone died on the way',
    'It hit me that I never asked',
    'She beat me at chess',
    'I beat him at tennis',
    'he kicked me out of the group chat',
    'I’m not afraid of him',
    'I am never lonely',
    'I don’t feel sad about it',
    'I’m afraid I can’t come on Sunday',
    'What a shame',
    'Leave me alone',
    'I nearly died laughing',
    'In the film his wife died and he hit me up about it',
    'If he hit me I would leave',
    'I work at the hospital on Mondays',
    'She was angry and he was tired',
    'My mum said “I am so lonely” on the phone',
    'I’m happy but I wish it would last',
    'He never hit me',
    'I was happy until March',
    'He left me a note',
    'Je suis triste aujourd’hui',
    'I put the kids to sleep',
    'I lost my keys',
  ],
];

describe('what a message is about', () => {
  it.each(told.flatMap(([kind, ...texts]) => texts.map((text) => [text, kind] as const)))('%s: %s', (text, kind) => {
    expect(heardIn(text)).toBe(kind);
  });

  it('is the gravest of what it holds', () => {
    expect(heardIn('I’m so tired. My dad died in the night. I got the job, too.')).toBe('loss');
    expect(heardIn('I am ashamed. I hit my son.')).toBe('violence_done');
  });

  it('is no feeling that a long entry only mentions once', () => {
    const long = 'We went to the shop and then to the market and looked at all the lamps they had there. '.repeat(6);
    expect(heardIn(`${long} I’m tired.`)).toBeNull();
    expect(heardIn(`${long} I’m tired. I was so tired all day.`)).toBe('tiredness');
    expect(heardIn(`${long} My dad died.`)).toBe('loss');
  });

  it('is found in any text at once', () => {
    const began = performance.now();
    for (const piece of ['my ', 'i am so ', 'so and ', 'a, ', 'he ', 'my old ']) heardIn(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
