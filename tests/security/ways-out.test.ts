import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const sources = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$|\/testing\//u.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })),
);
const holding = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted();

it('another program is given something to open in one place of the main process, which asks the person first', () => {
  expect(holding(/\bshell\b.*from 'electron'/u)).toEqual(['electron/main/ask-about-link.ts']);
  expect(holding(/\bopen(?:External|Path)\b/u)).toEqual(['electron/main/ask-about-link.ts']);
  expect(holding(/\bcreateLinkQuestion\(/u)).toEqual(['electron/main/harden-web-contents.ts']);
});

it('a page leads out of itself in one place, with an address that was parsed', () => {
  expect(holding(/_blank|window\.open\(|location\.(?:assign|replace)\(|location(?:\.href)? = /u)).toEqual([
    'renderer/components/link-window.tsx',
  ]);
  // Plain anchors: to the address of a link, and past the menu to what the page is about.
  expect(holding(/<a\s/u)).toEqual(['renderer/app/shell.tsx', 'renderer/components/link-window.tsx']);
});
