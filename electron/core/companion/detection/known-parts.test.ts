import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectParts } from './detect-parts.ts';
import { type KnownPart, knownParts, usualWordsOf } from './known-parts.ts';

const part = (name: string, role: KnownPart['role'] = 'manager', quotes: readonly string[] = []): KnownPart => ({
  name,
  role,
  usualWords: usualWordsOf(quotes),
});
const namesIn = (text: string, ...parts: KnownPart[]): string[] => detectParts(text, knownParts(parts)).map(({ name }) => name);

describe('a part that is called by its name', () => {
  it.each([
    ['Today the Planner had a colour for every hour.', 'The Planner'],
    ['I let my planner have the evening off.', 'The Planner'],
    ['THE PLANNER AGAIN, ALL NIGHT LONG', 'The Planner'],
    ['It was mostly Planner who spoke at lunch.', 'The Planner'],
    ['Agnes did the windows before anybody came.', 'Agnes'],
    ['I told little me that we were going home.', 'Little Me'],
    ['The Planner’s lists were all over the table.', 'The Planner'],
  ])('is found in “%s”', (text, name) => {
    expect(namesIn(text, part('The Planner'), part('Agnes'), part('Little Me', 'exile'))).toContain(name);
  });

  it.each([
    'I bought a tiler at the station.',
    'Her tiler was full until May.',
    'My sister’s Tiler is falling apart.',
    'The tiler from the council came about the fence.',
    'The tiler sat in the meeting and drew cubes.',
    'Every tiler I know is tired.',
  ])('is not meant in “%s”', (text) => {
    expect(namesIn(text)).toEqual(namesIn(text, part('The Tiler', 'exile')));
    expect(detectParts(text, knownParts([part('The Tiler', 'exile')])).map(({ role }) => role)).not.toContain('exile');
  });

  it.each(['My planner emailed me about the deposit.', 'The planner called this morning.', 'my planner quit'])(
    'is not meant where somebody of that job is: %s',
    (text) => expect(namesIn(text, part('The Planner'))).toEqual([]),
  );

  it('is meant by its capital, whatever it does', () => {
    expect(namesIn('Then the Planner called this morning a waste.', part('The Planner'))).toEqual(['The Planner']);
  });

  it('carries its own role, and its words are quoted as written', () => {
    const text = 'Quiet morning. Then Vesna took the bread knife away from everybody.';
    const [found] = detectParts(text, knownParts([part('Vesna', 'firefighter')]));
    expect(found).toMatchObject({ name: 'Vesna', role: 'firefighter', quote: 'Vesna took the bread knife away from everybody' });
    expect(text.slice(found?.start, found?.end)).toBe(found?.quote);
  });

  it('keeps its name beside another part in the same sentence', () => {
    expect(namesIn('The Planner wants a list, but another part of me just wants to sleep.', part('The Planner'))).toEqual([
      'The Planner',
      expect.not.stringMatching('The Planner'),
    ]);
  });
});

describe('a part that is not named', () => {
  const counts = ['it counts every calorie', 'calories again, and the scales', 'the scales, twice before breakfast'];

  it('is recognised by the words that recur in its evidence', () => {
    const text = 'Part of me was back on the scales with the calories of the soup.';
    expect(namesIn(text)).not.toContain('Mrs Brown');
    expect(namesIn(text, part('Mrs Brown', 'manager', counts), part('Agnes', 'manager', ['dusting', 'dusting the shelves']))).toEqual([
      'Mrs Brown',
    ]);
  });

  it('is not recognised by one word, or by words that many parts share', () => {
    const text = 'Part of me was back on the scales with the calories of the soup.';
    expect(namesIn('Part of me hates the scales.', part('Mrs Brown', 'manager', counts))).not.toContain('Mrs Brown');
    expect(namesIn(text, ...['One', 'Two', 'Three'].map((name) => part(`Mrs ${name}`, 'manager', counts)))).not.toContain('Mrs One');
  });

  it('needs a word twice before it counts as usual', () => {
    expect([...usualWordsOf(['a list of trains', 'a list of boats'])]).toEqual([['list', 1]]);
    expect([...usualWordsOf(['only once'])]).toEqual([]);
  });
});

it('keeps quotes verbatim, in order and apart, whatever the names and the text', () => {
  const pieces = ['the Planner ', 'my planner, ', 'Agnes', '. ', 'part of me hides and ', '"', '\n', 'İ', '\u{1F643}', 'a planner '];
  const names = fc.array(
    fc.oneof(fc.constantFrom('The Planner', 'Agnes', 'the', '…', 'Little Me'), fc.string({ unit: 'binary', maxLength: 12 })),
  );
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
  fc.assert(
    fc.property(names, text, (known, written) => {
      let from = 0;
      for (const found of detectParts(written, knownParts(known.map((name) => part(name))))) {
        expect(found.quote).toBe(written.slice(found.start, found.end));
        expect(found.start).toBeGreaterThanOrEqual(from);
        expect(found.end).toBeGreaterThan(found.start);
        from = found.end;
      }
    }),
    { numRuns: 200 },
  );
});
