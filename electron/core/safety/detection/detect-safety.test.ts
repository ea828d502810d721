import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectSafety } from './detect-safety.ts';
import { normalise } from './normalise.ts';

const label = (text: string): string => detectSafety(text).label;

describe('what somebody says of themselves', () => {
  it.each([
    'I want to kill myself.',
    'I have been cutting myself again.',
    'There is a plan and I have chosen the day. I am going to end my life.',
    'My partner hit me last night and I am scared to go home.',
    'They would all be better off without me.',
    'I have been saving up my sleeping tablets.',
  ])('is a crisis: %s', (text) => expect(label(text)).toBe('crisis'));

  it.each([
    'I feel so hopeless, nothing will ever change.',
    'I wish I had never been born.',
    'I hate myself and I can’t stop crying.',
    'I can’t go on.',
    'I can’t go on like this.',
    'I cannot do this any more.',
  ])('is a concern: %s', (text) => expect(label(text)).toBe('concern'));

  it.each([
    'What do you remember about me?',
    'Do you remember me?',
    'Hello. What do you still know about my parts?',
    'Do you remember what I told you?',
    'What is in your memory?',
  ])('is no danger when it asks what is remembered: %s', (text) => expect(label(text)).toBe('none'));

  it.each([
    'What do you know of others?',
    'How are you?',
    'Can you help me with a letter?',
    'See you tomorrow.',
    'That isn’t what I meant.',
    'How do I feel toward it?',
    'It’s gone.',
    'No.',
  ])('is no danger when it is said to the companion in passing: %s', (text) => expect(label(text)).toBe('none'));

  it.each(['Will you remember me when I am gone?', 'Do you remember that I want to kill myself?'])(
    'is a crisis although it asks what is remembered: %s',
    (text) => expect(label(text)).toBe('crisis'),
  );

  it.each(['The bus was late and I had soup.', 'It was a day.', 'and then', 'I miss her. I made her soup and it was nearly right.', ''])(
    'is neither: %j',
    (text) => expect(label(text)).toBe('none'),
  );
});

describe('doubt about living', () => {
  it.each([
    'Not sure I want to live.',
    'I’m not sure I want to live any more.',
    'I honestly don’t know whether I want to keep living.',
    'Unsure if I still want to be alive.',
  ])('is asked about: %s', (text) => expect(label(text)).not.toBe('none'));

  it.each(['I’m not sure I want to live here.', 'Not sure I want to live near the station.'])('is not where one lives: %s', (text) =>
    expect(label(text)).toBe('none'),
  );
});

describe('spelling', () => {
  it.each([
    'i wanna k1ll mys3lf',
    'I want to ki11 myself',
    'S.U.I.C.I.D.E. that’s what I keep thinking about',
    's u i c i d e is all i think of',
    'I want to d*e',
    'i want to diiiieeee',
    'i wnat to kil myslef',
    'I feel sucidal again',
    'Ｉ ｗａｎｔ ｔｏ ｄｉｅ',
    'I want to kіll mуself',
    'I w\u200Bant to k\u0301ill my\u00ADself',
    'might unalive myself idk',
  ])('hides nothing: %s', (text) => expect(label(text)).toBe('crisis'));

  it('leaves ordinary words, numbers and names alone', () => {
    expect(normalise('We met at 3pm, 2 days ago; it’s fine.')).toBe('we met at 3pm, 2 days ago, it is fine. ');
    expect(label('Deadlines, skills and overdue homeless shelters.')).toBe('none');
  });
});

describe('sayings', () => {
  it.each([
    'This deadline is killing me.',
    'I could have died of embarrassment.',
    'Dead tired, going to bed.',
    'If I have to sit through one more webinar I’ll jump out of the window.',
    'Mum is going to kill me when she sees the carpet.',
    'Cut myself on the bread knife, two plasters.',
    'She beat me at Scrabble again.',
  ])('are harmless: %s', (text) => expect(label(text)).toBe('none'));

  it('do not cover up what stands beside them', () => {
    expect(label('This job is killing me and tonight I am going to kill myself.')).toBe('crisis');
  });
});

describe('who is meant', () => {
  it('makes somebody else’s crisis a concern', () => {
    expect(label('My brother told me he wants to die.')).toBe('concern');
    expect(label('My neighbour’s husband hits her.')).toBe('concern');
    expect(label('A girl in her class took her own life.')).toBe('concern');
  });

  it('makes a part’s wish the person’s own', () => {
    expect(label('A part of me wants to die.')).toBe('crisis');
    expect(label('The firefighter has the blade again.')).toBe('crisis');
    expect(label('A part of me wants to leave the party.')).toBe('none');
  });

  it('leaves films, books, lessons and work in peace', () => {
    expect(label('In the film the father plans to kill himself and then the neighbours move in.')).toBe('none');
    expect(label('Training on suicide prevention today. The sandwiches were dry.')).toBe('none');
    expect(label('That film made me want to kill myself.')).toBe('crisis');
  });
});

describe('when it was', () => {
  it('makes what is long past a concern', () => {
    expect(label('Ten years ago I tried to kill myself.')).toBe('concern');
    expect(label('He used to hit me. That was another country.')).toBe('concern');
    expect(label('Ten years ago I tried to kill myself, and tonight I want to again. I want to die.')).toBe('crisis');
  });
});

describe('a denial', () => {
  it('is heard, and still a concern when nobody asked', () => {
    expect(label('I’m not going to kill myself.')).toBe('concern');
    expect(label('I am not suicidal.')).toBe('concern');
  });

  it('that answers a question is an answer', () => {
    expect(label('The doctor asked whether I ever think of hurting myself. I said no.')).toBe('none');
    expect(label('The doctor asked whether I ever think of hurting myself. I lied.')).toBe('crisis');
  });

  it('of something else denies nothing', () => {
    expect(label('I’m not joking, I want to die.')).toBe('crisis');
    expect(label('I can’t stop thinking about killing myself.')).toBe('crisis');
    expect(label('I do not want to live.')).toBe('crisis');
  });

  it('of a plan turns tiredness of life into a passive wish', () => {
    expect(label('I am tired of living.')).toBe('crisis');
    expect(label('I am tired of living. I would never do anything.')).toBe('concern');
  });
});

describe('small signs', () => {
  it('count together when they stand together', () => {
    expect(label('I gave my guitar to my cousin.')).toBe('none');
    expect(label('I hugged everyone today.')).toBe('concern');
    expect(label('I gave my guitar to my cousin and said goodbye to everyone. I feel so calm now.')).toBe('crisis');
  });

  it('do not count together across a long entry', () => {
    const between = 'We walked to the station in the rain. '.repeat(20);
    expect(label(`I gave my guitar to my cousin. ${between} I hugged everyone today. ${between} Thank you for everything.`)).not.toBe(
      'crisis',
    );
  });
});

describe('what no rule names', () => {
  it.each([
    'I gave the dog to my sister for good. After Sunday nobody here needs me.',
    'Passwords are in the blue envelope, the rent is paid to the end of the month, and I won’t need the bus pass.',
    'Scared to go home. He was very quiet on the phone.',
  ])('is still noticed: %s', (text) => expect(label(text)).not.toBe('none'));

  it.each([
    'Sorted the loft, gave the old train set to the hospice shop, tea and a biscuit after.',
    'The hamster died. Funeral behind the shed, the children sang.',
    'Finished my will with the solicitor today. Everyone should. Then compost from the garden centre.',
  ])('is left alone in everyday life: %s', (text) => expect(label(text)).not.toBe('crisis'));
});

describe('an answer that holds nothing', () => {
  it.each([
    'I don’t know.',
    'I do not know',
    'Not sure yet.',
    'No. I don’t think so.',
    'Maybe… I really don’t know.',
    'hmm',
    'Why do you think so?',
    'I don’t know how to do that',
    'I don’t really know how to answer that.',
    'I don’t know how to ask it',
  ])('is left alone: %s', (text) => expect(label(text)).toBe('none'));

  it('is nothing that says how somebody is', () => {
    expect(label('I’m not okay.')).not.toBe('none');
    expect(label('Okay.')).toBe('none');
  });

  it.each([
    'I don’t know how to go on.',
    'I don’t know how to live with that',
    'Not sure I want to live.',
    'No. I can’t go on.',
    'Yes, tonight. I want to die.',
  ])('is heard out when it goes on: %s', (text) => expect(label(text)).not.toBe('none'));
});

describe('a fear of a part’s, in few words', () => {
  it.each(['Nobody will love me', 'nobody will want me.', 'that nobody would love me'])('is no crisis, though it is heavy: %s', (text) =>
    expect(label(text)).toBe('concern'),
  );
});

describe('any text', () => {
  it('gets one of the three labels', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ['crisis', 'concern', 'none'].includes(label(text))));
  });

  it('does not hide a plain sentence among other lines', () => {
    const lines = fc.array(fc.constantFrom('The bus was late.', 'Soup again.', 'Rain.', 'I like the new lamp.'), { maxLength: 30 });
    fc.assert(fc.property(lines, lines, (before, after) => label([...before, 'I want to kill myself.', ...after].join('\n')) === 'crisis'));
  });

  it('does not hide it among many lines of everyday life', () => {
    const everyday = 'The bus was late. Soup again. I like the new lamp. '.repeat(30);
    expect(label(`${everyday} I want to die. ${everyday}`)).toBe('crisis');
  });

  it.each([
    ['blanks', ' '],
    ['quotation marks', '"'],
    ['single letters', 's u '],
    ['the beginnings of phrases', 'i really want to do not '],
    ['parts that say things', 'a part of me says '],
    ['words without end', 'a'],
    ['marks on letters', 'a\u0301'],
  ])(
    'of a megabyte of %s takes time in step with its length',
    (_, piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const time = (words: string): number => {
        const start = performance.now();
        detectSafety(words);
        return performance.now() - start;
      };
      const [part, whole] = [time(text.slice(0, text.length / 16)), time(text)];
      // A square would cost 256 times as much; what else the machine does meanwhile costs far less. The floor is for times too short to compare.
      expect(whole).toBeLessThan(Math.max(part * 80, 3000));
    },
    60_000,
  );
});
