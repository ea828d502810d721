import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryOf, sampleFlag, sampleMaterial, samplePart, sampleRelationship } from '../../../../tests/support/sample-material.ts';
import { monday } from '../../../../tests/support/test-core.ts';
import {
  BELIEF_TEXT_MAX,
  type Belief,
  BeliefText,
  MemoryDocument,
  MemorySource,
  SUMMARY_WORDS_MAX,
  emptyMemory,
  memorySections,
} from '../../../../shared/entities/memory.ts';
import { BeliefId } from '../../../../shared/ids.ts';
import type { Material } from '../finding.ts';
import { summarise } from './summarise.ts';
import { composeSummary } from './summary.ts';

const people = ['The Planner', 'The Sleeper', 'Little Me', 'Agnes', '🦊', 'Ο Κριτής'].map((name, at) => samplePart(at + 1, name));
const pieces = [
  ...[
    'When my boss emails I freeze. ',
    'I wanted to disappear. ',
    'every time he calls my chest tightens, ',
    'Loud voices make me want to hide! ',
  ],
  ...[
    'Breathing slowly helped. ',
    'It helped to walk. ',
    'nothing helped, ',
    'I feel so lonely. ',
    'I was not angry. ',
    'my mother and my job, the meeting. ',
  ],
  ...[
    'I want to come back to this. ',
    'Why do I always say yes? ',
    'I’ll do it tomorrow. ',
    'the harbour ',
    'Martha ',
    'about the Harbour. ',
    'I want to die. ',
  ],
  ...[
    '“',
    '”',
    '"',
    '\n',
    ' ',
    '…',
    'İ',
    '\u{1F643}',
    '\uD800',
    '\u0000',
    '\u202E',
    'כל פעם ',
    'な'.repeat(80),
    'a'.repeat(300),
    'part of me goes numb whenever ',
  ],
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
const line = fc.record({
  text,
  as: fc.option(fc.constantFrom(...people), { nil: undefined }),
  shows: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }),
  mode: fc.constantFrom(undefined, undefined, undefined, 'letter' as const),
  by: fc.constantFrom('user' as const, 'user' as const, 'user' as const, 'assistant' as const),
});
const material: fc.Arbitrary<Material> = fc
  .record({
    lines: fc.array(line, { maxLength: 8 }),
    types: fc.array(fc.constantFrom('polarized', 'allied', 'protector-exile'), { maxLength: 4 }),
    flags: fc.array(fc.nat(1e9), { maxLength: 2 }),
  })
  .map(({ lines, types, flags }) =>
    sampleMaterial(
      lines.map(({ as, mode, ...rest }) => ({ ...rest, ...(as && { as }), ...(mode && { mode }) })),
      {
        parts: people,
        relationships: types.flatMap((type, at) => {
          const [from, to] = [people[at], people[at + 1]];
          return from && to ? [sampleRelationship(from, to, type, at + 1)] : [];
        }),
        safetyFlags: flags.map((after) => sampleFlag('concern', monday + after)),
      },
    ),
  );

describe('whatever was written', () => {
  it('comes to the same findings for the same work, and the order of parts and relationships makes no difference', () => {
    fc.assert(
      fc.property(material, fc.infiniteStream(fc.nat(1000)), (given, chance) => {
        const found = summarise({ document: emptyMemory, material: given });
        expect(summarise({ document: emptyMemory, material: given })).toEqual(found);
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, key: chance.next().value ?? 0 }))
            .toSorted((one, other) => one.key - other.key)
            .map(({ item }) => item);
        const other = {
          ...given,
          parts: shuffled(given.parts),
          relationships: shuffled(given.relationships),
          spokeIn: new Map(shuffled([...given.spokeIn])),
        };
        expect(summarise({ document: emptyMemory, material: other })).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  it('every finding can be kept, and quotes nothing but what stands in its sources', () => {
    let quotes = 0;
    fc.assert(
      fc.property(material, (given) => {
        const written = new Map<string, string>(given.messages.map(({ id, content }) => [`message:${id}`, content]));
        const found = summarise({ document: emptyMemory, material: given });
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const finding of found) {
          expect(BeliefText.safeParse(finding.text).success, finding.text).toBe(true);
          expect(finding.text.length).toBeLessThanOrEqual(BELIEF_TEXT_MAX);
          expect(finding.sources.length).toBeGreaterThan(0);
          expect(finding.sources.length).toBeLessThanOrEqual(4);
          for (const source of finding.sources)
            expect(MemorySource.safeParse(source).success && (written.has(source) || source === given.source)).toBe(true);
          const own = finding.sources.map((source) => written.get(source) ?? '');
          const from = finding.text.indexOf('“');
          if (from >= 0) {
            const quote = finding.text.slice(from + 1, finding.text.lastIndexOf('”')).replace(/…$/u, '');
            expect(
              own.some((content) => content.includes(quote)),
              finding.text,
            ).toBe(true);
            quotes += 1;
          }
          if (finding.wanted !== undefined) expect(own.some((content) => content.includes(finding.wanted ?? ''))).toBe(true);
        }
        expect(MemoryDocument.safeParse(memoryOf(found)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(quotes).toBeGreaterThan(100);
  });

  it.each([
    ['a word of 200,000 letters', 'a'.repeat(200_000)],
    ['a thousand triggers', 'When my boss emails I freeze, and when he calls I hide. '.repeat(1000)],
    ['a long entry without a stop', 'when i want to whenever my part helped '.repeat(5000)],
    ['nothing but clauses', 'and, when, '.repeat(50_000)],
    ['opening quotation marks', '“"'.repeat(100_000)],
  ])('gets through %s within seconds', (_what, content) => {
    const began = performance.now();
    summarise({ document: emptyMemory, material: sampleMaterial([content]) });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('the summary', () => {
  const anyText = fc.oneof(
    fc.string({ minLength: 1, maxLength: BELIEF_TEXT_MAX }),
    fc
      .array(fc.constantFrom('word', '“', '”', '\n', '  ', '.', 'な'.repeat(40), 'I'), { minLength: 1, maxLength: 90 })
      .map((all) => all.join(' ').slice(0, BELIEF_TEXT_MAX)),
  );
  const belief: fc.Arbitrary<Belief> = fc.record({
    id: fc.stringMatching(/^[A-Za-z0-9_-]{16}$/u).map((id) => BeliefId.parse(id)),
    text: anyText,
    by: fc.constantFrom('summariser', 'model', 'person'),
    influence: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.integer({ min: 1, max: 500 }),
    since: fc.nat(),
    lastSeen: fc.nat(),
    sources: fc.constant([`session:${sampleMaterial([]).refId}` as MemorySource]),
  });
  const document: fc.Arbitrary<MemoryDocument> = fc
    .array(fc.tuple(fc.constantFrom(...memorySections), belief), { maxLength: 60 })
    .map((all) => {
      const made: MemoryDocument = structuredClone(emptyMemory);
      for (const [section, one] of all) made[section].push(one);
      return made;
    });

  it('has at most 120 words, fits its place, and is the same for the same memory in any order', () => {
    fc.assert(
      fc.property(document, (given) => {
        const summary = composeSummary(given);
        expect(summary.split(/\s+/u).filter((word) => word !== '').length).toBeLessThanOrEqual(SUMMARY_WORDS_MAX);
        expect(MemoryDocument.shape.summary.safeParse(summary).success).toBe(true);
        expect(composeSummary({ ...given, parts: given.parts.toReversed(), summary: 'another' })).toBe(summary);
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing of an empty memory, and nothing of hard moments', () => {
    expect(composeSummary(emptyMemory)).toBe('');
    const safetyNotes = memoryOf(
      summarise({ document: emptyMemory, material: sampleMaterial([], { safetyFlags: [sampleFlag('crisis', monday)] }) }),
    ).safetyNotes;
    expect(safetyNotes).toHaveLength(1);
    expect(composeSummary({ ...emptyMemory, safetyNotes })).toBe('');
  });

  it('reads as a few plain sentences', () => {
    const [planner, sleeper] = people;
    if (!planner || !sleeper) throw new Error('There are no parts.');
    const found = summarise({
      document: emptyMemory,
      material: sampleMaterial(
        [
          { text: 'When my boss emails I freeze. I wanted to disappear.', shows: [planner] },
          { text: 'The meeting ran late and I feel anxious. Couldn’t sleep, up at 3am.', shows: [sleeper] },
          'Walking to the river helped. I want to come back to what happened on the bridge.',
        ],
        { relationships: [sampleRelationship(planner, sleeper, 'polarized')] },
      ),
    });
    expect(composeSummary(memoryOf(found))).toBe(
      'You have written most about feeling anxious, sleep and work. The Sleeper has spoken. The Planner has spoken. ' +
        'It sounds as if The Planner and The Sleeper pull against each other. It sounds as if this touches something: “When my boss emails I freeze”. ' +
        'Walking seems to help. You left this for another time: “I want to come back to what happened on the bridge”.',
    );
  });

  it('leaves a sentence of the person’s own as they wrote it', () => {
    const [found] = memoryOf(summarise({ document: emptyMemory, material: sampleMaterial(['I feel so lonely.']) })).themes;
    if (!found) throw new Error('Nothing was found.');
    const own: Belief = { ...found, by: 'person', text: 'I am learning to be alone' };
    expect(composeSummary({ ...emptyMemory, themes: [own] })).toBe('I am learning to be alone.');
  });
});
