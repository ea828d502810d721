import { expect, it } from 'vitest';
import { codeGroups } from './code-groups.ts';
import { passphraseProblem } from './passphrase-pair.ts';

it.each([
  ['', '', 'passphrase'],
  ['short', 'short', 'passphrase'],
  ['x'.repeat(1025), 'x'.repeat(1025), 'passphrase'],
  ['long enough', '', 'again'],
  ['long enough', 'long enouhg', 'again'],
])('finds what is missing in %j and %j', (passphrase, again, field) => {
  expect(passphraseProblem(passphrase, again)?.field).toBe(field);
});

it('takes two equal passphrases', () => {
  expect(passphraseProblem('long enough', 'long enough')).toBeNull();
});

it('shows a code in its own groups, or in fours', () => {
  expect(codeGroups('7K3M-9QTB-48')).toEqual(['7K3M', '9QTB', '48']);
  expect(codeGroups('7K3M9QTB48')).toEqual(['7K3M', '9QTB', '48']);
  expect(codeGroups('')).toEqual([]);
});
