import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectParts } from './detect-parts.ts';

const quotesOf = (text: string): string[] => detectParts(text).map((part) => part.quote);

describe('a message that names parts', () => {
  it('gives two parts for the talk and the hiding, verbatim and with two names', () => {
    const parts = detectParts('Part of me wants to nail this talk, but another part just wants to hide');
    expect(parts.map((part) => part.quote)).toEqual(['Part of me wants to nail this talk', 'another part just wants to hide']);
    expect(parts.map((part) => part.name)).toEqual(['The Achiever', 'The Hider']);
  });

  it.each([
    ['The people pleaser in me said yes before I could breathe.', 'The people pleaser in me said yes before I could breathe', 'manager'],
    [
      'Something in me goes completely numb when he raises his voice.',
      'Something in me goes completely numb when he raises his voice',
      'firefighter',
    ],
    [
      'theres a little girl in me who still thinks it was her fault',
      'theres a little girl in me who still thinks it was her fault',
      'exile',
    ],
    ['Part of me would like to go to Leeds.', 'Part of me would like to go to Leeds', 'unknown'],
  ])('reads the role out of "%s"', (text, quote, role) => {
    expect(detectParts(text).map((part) => [part.quote, part.role])).toEqual([[quote, role]]);
  });

  it('finds a habit that no word for a part announces', () => {
    const [part] = detectParts("I want to say no, I really do, but then I smile and I'm apologising for the trouble. Every single time.");
    expect(part?.role).toBe('manager');
  });

  it('never gives two parts of one message the same name', () => {
    const names = detectParts('Part of me is angry. Another part of me is angry too. A third part of me is angry as well.').map(
      (part) => part.name,
    );
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(3);
  });

  it('leaves unkind words out of the names it proposes', () => {
    for (const text of [
      'The stupid part of me believed him.',
      'My fat lazy part wants crisps.',
      'There is an idiot in me who keeps texting her.',
    ]) {
      for (const part of detectParts(text)) expect(part.name).not.toMatch(/stupid|fat|lazy|idiot/i);
    }
  });

  it('surer wording gives more confidence', () => {
    const [sure] = detectParts('A frightened part of me wants to be held.');
    const [unsure] = detectParts('I keep checking the stove.');
    expect(sure?.confidence).toBeGreaterThan(unsure?.confidence ?? 1);
  });
});

describe('words that are not parts of the writer', () => {
  it.each([
    ["another person's part", 'My daughter says part of her hates the new school.'],
    ["another person's critic", "My sister's inner critic must be worn out."],
    ['a film', 'In the film part of him wanted to leave and part of him stayed.'],
    ['words in quotation marks', 'The song goes "part of me will always love you" and I cannot get it out of my head.'],
    ['belonging to a team', 'I was part of the team that ran the raffle.'],
    ['a body', 'Part of my knee hurts, the inner bit.'],
    ['people at work', 'My manager moved the meeting and the critic from the paper came at noon.'],
    ['a denial', "There's no angry part in me today, just tired legs."],
    ['Self', 'Calm today. Felt like myself, curious and unhurried.'],
    ['theory', 'Module two was about managers, firefighters and exiles.'],
    ['a list', '- voice note to Jess\n- part payment for the trip\n- bread'],
    ['a street', 'Parked on one side of the road and moved to the other side.'],
  ])('finds nothing in %s', (_kind, text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

it('names nobody after a verb or a word that holds a sentence together', () => {
  for (const text of ['Part of me did it anyway.', 'Part of me can go through that once more.', 'Something in me came along and took it.'])
    for (const { name } of detectParts(text)) expect(name).not.toMatch(/The (?:Did|Can|Through|Once|Came|Come|Took|Along|Anyway) /u);
});

describe('people by their jobs', () => {
  it.each([
    'My event planner called this morning about the flowers.',
    'my wedding planner emailed me the list',
    'My accountant charged me for two hours.',
    'my critic wrote a nasty review of my book',
    'The security guard told me to leave',
    'Our organiser quit last week and nobody knows where the keys are.',
    'my fitness tracker told me I slept badly',
    'My judge rescheduled the hearing to Friday.',
    'This morning my planner rang me back, she wants the deposit.',
    'The protector is on holiday, says the sign at the vet.',
    'My driver was late and my editor sent me three pages of notes.',
    'My personal trainer cancelled again and I was so relieved.',
  ])('are not taken for parts: %s', (text) => expect(quotesOf(text)).toEqual([]));

  it.each([
    ['my inner planner called a meeting at 3am', 'The Planner'],
    ['my planner part emailed everybody at midnight', 'The Planner'],
    ['There is a security guard in me who checks every door twice.', 'The Security Guard'],
    ['My critic called me lazy and fat all evening.', 'The Critic'],
    ['My people pleaser said yes again before I could think.', 'The People Pleaser'],
    ['my planner took over at three in the morning and wrote me lists', 'The Planner'],
    ['My critic wrote a list of everything I did wrong today.', 'The Critic'],
  ])('are parts where they are inside: %s', (text, name) => expect(detectParts(text).map((part) => part.name)).toEqual([name]));
});

describe('a thing that stands for a part', () => {
  it.each(['There is a window in me that faces north.', 'the kettle in my head is boiling', 'There is a garden in me, quite dry.'])(
    'is not offered while it is only there: %s',
    (text) => expect(quotesOf(text)).toEqual([]),
  );

  it.each([
    'There is a window in me that wants to stay shut.',
    'There is a door in my head that keeps everyone out.',
    'There is a cupboard in me that refuses to be opened.',
    'There is a kettle in me that screams at my children.',
  ])('is offered when it acts like somebody, and not named after the thing: %s', (text) => {
    const [part] = detectParts(text);
    expect(part?.name).toMatch(/^The /u);
    expect(part?.name).not.toMatch(/Window|Door|Cupboard|Kettle/u);
  });

  it('that is a usual picture of a protector keeps its name', () => {
    expect(detectParts('There is a wall in me that keeps people out').map(({ name }) => name)).toEqual(['The Wall']);
  });
});

describe('any text at all', () => {
  const pieces = [
    'part of me wants',
    ' another part hides',
    'the critic in me says',
    '"',
    '.',
    '\n',
    ', but ',
    'İ',
    '\u{1F643}',
    '\uD800',
    '\u0000',
    'חלק ממני',
    "there's a ",
    'every time ',
    'i go numb ',
    ' ',
  ];

  it('keeps quotes verbatim, in order, apart from one another, and names unique', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const parts = detectParts(written);
        let from = 0;
        for (const part of parts) {
          expect(part.quote).toBe(written.slice(part.start, part.end));
          expect(part.start).toBeGreaterThanOrEqual(from);
          expect(part.end).toBeGreaterThan(part.start);
          expect(part.confidence).toBeGreaterThanOrEqual(0);
          expect(part.confidence).toBeLessThanOrEqual(1);
          expect(part.name.split(' ').length).toBeLessThanOrEqual(3);
          from = part.end;
        }
        expect(new Set(parts.map((part) => part.name)).size).toBe(parts.length);
        expect(detectParts(written)).toEqual(parts);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a word of 100,000 letters', 'a'.repeat(100_000)],
    ['a thousand parts', 'Part of me wants to hide and another part yells. '.repeat(1_000)],
    ['a long entry without a stop', "i want to there's a part whenever ".repeat(8_000)],
    ['full stops and blanks', '. '.repeat(500_000)],
    ['opening quotation marks', ' !"'.repeat(300_000)],
    ['lone surrogates and NULs', '\uD800part of me\uDC00\u0000 wants'.repeat(2_000)],
    ['right-to-left text', 'חלק ממני רוצה '.repeat(50_000)],
    ['emoji', '\u{1F643}'.repeat(200_000)],
    ['nothing but clauses', 'and, '.repeat(200_000)],
  ])('gets through %s', (_kind, text) => {
    expect(() => detectParts(text)).not.toThrow();
  });
});
