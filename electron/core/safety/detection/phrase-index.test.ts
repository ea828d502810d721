import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningsOf, phraseIndex } from './phrase-index.ts';
import { signsOfDistress } from './signs-of-distress.ts';
import { signsOfDying } from './signs-of-dying.ts';
import { signsOfLeaving } from './signs-of-leaving.ts';

describe('the beginnings of a phrase', () => {
  it.each([
    ['kill myself', ['kill']],
    ['(?:do|did) not', ['do n', 'did ']],
    ['(?:do)?able|x', ['doab', 'able', 'x']],
    ['no{1,2}b', ['no']],
    ['\\w+ing', ['']],
    ['(?<![a-z] )(?:so )?bye', ['so b', 'bye']],
    ['a(?:b|cd)', ['ab', 'acd']],
    ['[ab]c', ['']],
  ])('of %j are %j', (source, beginnings) => expect([...beginningsOf(source)].toSorted()).toEqual(beginnings.toSorted()));

  it('are asked of a group that is closed', () => {
    expect(() => beginningsOf('a(?:b')).toThrow(/not closed/);
  });
});

describe('looking phrases up by their beginning', () => {
  const families = [...signsOfDying, ...signsOfLeaving, ...signsOfDistress];
  const vocabulary = [
    ...[
      'i',
      'do',
      'not',
      'want',
      'to',
      'live',
      'be',
      'here',
      'any',
      'more',
      'end',
      'it',
      'all',
      'my',
      'life',
      'kill',
      'myself',
      'gone',
      'before',
    ],
    ...[
      'goodbye',
      'everyone',
      'wrote',
      'the',
      'letters',
      'nobody',
      'would',
      'notice',
      'hopeless',
      'feel',
      'so',
      'just',
      'suicidal',
      'thoughts',
      ',',
    ],
  ];

  it('finds a phrase exactly where trying every phrase at every word finds one', () => {
    const lookups = families.map(({ patterns }) => new RegExp(`(?:${patterns.join('|')})`, 'y'));
    const lookup = phraseIndex(families.map(({ patterns }) => patterns));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...vocabulary), { maxLength: 14 }), (words) => {
        const text = words.join(' ');
        const found = new Set(lookup.find(text).map(({ group, found: { index } }) => `${index} ${group}`));
        for (const { index } of text.matchAll(/(?<![a-z0-9'])[a-z0-9]/g)) {
          for (const [group, every] of lookups.entries()) {
            every.lastIndex = index;
            if (found.has(`${index} ${group}`) !== every.test(text)) return false;
          }
        }
        return true;
      }),
      { numRuns: 150 },
    );
  });
});
