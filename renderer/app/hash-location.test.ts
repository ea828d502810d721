import { expect, it } from 'vitest';
import { parseHash } from './hash-location.ts';

it.each([
  ['', '/', ''],
  ['#', '/', ''],
  ['#/chat', '/chat', ''],
  ['#chat', '/chat', ''],
  ['#/sessions/1?message=2&part=3', '/sessions/1', 'message=2&part=3'],
])('splits %s', (hash, path, search) => {
  expect(parseHash(hash)).toEqual({ path, search });
});
