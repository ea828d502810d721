import { z } from 'zod';
import {
  type Belief,
  type MemoryChange,
  type MemoryDocument,
  type MemoryVersion,
  type Reason,
  memorySectionTitles,
  memorySections,
} from '../../../shared/entities/memory.ts';
import type { Core } from '../../core/create-core.ts';
import { ask, everyPage } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { inert, inertLine } from '../inert.ts';
import { facts, isoTime, localTime, table } from '../output.ts';
import { readNumber, readValue } from '../read-value.ts';

const notAVersion = 'A version is a whole number from 0 up; trailhead memory log shows them.';
const Version = z.int(notAVersion).nonnegative(notAVersion).max(Number.MAX_SAFE_INTEGER, notAVersion);
const Path = z
  .string()
  .min(1, 'Name what is meant by its id, or by its place such as /themes/0.')
  .max(200, 'Such a long path leads nowhere.');

/** The document: what is remembered now, or was at `--version`. */
export const showMemory = async (context: CommandContext): Promise<void> => {
  const { version: typed } = context.options;
  const version = typed === undefined ? undefined : readNumber(Version, typed);
  const { document } = await context.withProfile((core) => ask(core, 'memory.get', version === undefined ? {} : { version }));
  await context.print(withIsoMoments(document), () => documentText(document));
};

export const listVersions = async (context: CommandContext): Promise<void> => {
  const versions = await context.withProfile(everyVersion);
  const rows = versions.map(({ version, isCheckpoint, cause, createdAt, bytes }) => ({ version, isCheckpoint, cause, createdAt, bytes }));
  await context.print(rows, () =>
    rows.length === 0
      ? 'Nothing is remembered yet.\n'
      : table(
          ['VERSION', 'WHEN', 'CAUSE', 'BYTES', 'CHECKPOINT'],
          rows.map(({ version, createdAt, cause, bytes, isCheckpoint }) => [
            ...[String(version), localTime(createdAt), cause, String(bytes)],
            isCheckpoint ? 'yes' : '',
          ]),
        ),
  );
};

const everyVersion = (core: Core): Promise<MemoryVersion[]> => everyPage((page) => ask(core, 'memory.log', page));

/** What is different in `to`: as JSON Patch, and as a person reads it. */
export const diffMemory = async (context: CommandContext, from: string, to: string): Promise<void> => {
  const versions = { from: readNumber(Version, from), to: readNumber(Version, to) };
  const difference = await context.withProfile((core) => ask(core, 'memory.diff', versions));
  await context.print(withIsoMoments(difference), () =>
    difference.changes.length === 0 ? 'Nothing is different.\n' : difference.changes.map(changeText).join(''),
  );
};

export const restoreMemory = async (context: CommandContext, typed: string): Promise<void> => {
  const version = readNumber(Version, typed);
  const written = await context.withProfile((core) => ask(core, 'memory.restore', { version }));
  await context.print(written, () => `The memory is as it was at version ${version}; this is version ${written.version}.\n`);
};

/** Checks every version. Damage is a failure, unless it was repaired: scripts see it in the exit status. */
export const verifyMemory = async (context: CommandContext, { repair = false }: { repair?: boolean }): Promise<void> => {
  const found = await context.withProfile((core) => (repair ? ask(core, 'memory.repair', {}) : ask(core, 'memory.verify', {})));
  const { versions, checkpoints, newestSound, problems } = found;
  await context.print(found, () =>
    facts([
      ['Memory', problems.length === 0 ? 'sound' : repair ? 'repaired' : 'damaged'],
      ['Versions', String(versions)],
      ['Checkpoints', String(checkpoints)],
      ['Newest sound version', String(newestSound)],
    ]),
  );
  if (problems.length === 0) return;
  for (const { version, problem } of problems) context.terminal.note(`Version ${version}: ${problem}\n`);
  if (!repair)
    throw new Failure('The memory is damaged; trailhead memory verify --repair puts the last sound version where one can’t be rebuilt.');
};

export const whyRemembered = async (context: CommandContext, typed: string): Promise<void> => {
  const path = readValue(Path, typed);
  const why = await context.withProfile((core) => ask(core, 'memory.why', { path }));
  await context.print(withIsoMoments(why), () => `${beliefText(why.belief)}\n${why.reasons.map(reasonText).join('')}`);
};

const documentText = (document: MemoryDocument): string => {
  const sections = memorySections
    .filter((section) => document[section].length > 0)
    .map((section) => `${memorySectionTitles[section]}\n${document[section].map(beliefText).join('')}`);
  const summary = document.summary.trim() === '' ? [] : [`${inert(document.summary)}\n`];
  return sections.length === 0 ? 'Nothing is remembered yet.\n' : [...summary, ...sections].join('\n');
};

const beliefText = ({ id, text, wanted, settled, count, lastSeen }: Belief): string =>
  [
    `- ${inertLine(text)}`,
    ...(wanted === undefined ? [] : [`  ${wantedWords(wanted)}`]),
    ...(settled ? [`  ${settledWords(settled)}`] : []),
    `  ${timesWords(count)}, last ${localTime(lastSeen)}  ${id}\n`,
  ].join('\n');

const timesWords = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const wantedWords = (wanted: Belief['wanted']): string => (wanted === undefined ? '' : `wanted then: “${inertLine(wanted)}”`);
const settledWords = (settled: Belief['settled']): string => (settled ? `settled ${localTime(settled.at)}` : '');

/** What is different in a belief beside its words, one line each. */
const besideWords = (before: Belief, after: Belief): string =>
  [
    [timesWords(before.count), timesWords(after.count)],
    [wantedWords(before.wanted), wantedWords(after.wanted)],
    [settledWords(before.settled), settledWords(after.settled)],
  ]
    .filter(([was, is]) => was !== is)
    .map(([was, is]) => `  ${was === '' ? is : is === '' ? `no longer ${was}` : `${was} → ${is}`}\n`)
    .join('');

const changeText = (change: MemoryChange): string => {
  const lines = (mark: string, text: string): string => (text.trim() === '' ? '' : `${mark} ${inertLine(text)}\n`);
  if (change.kind === 'summary') return `Summary\n${lines('-', change.before)}${lines('+', change.after)}`;
  const isSaidAlike = change.kind === 'changed' && change.before.text === change.after.text;
  if (isSaidAlike)
    return `${memorySectionTitles[change.section]}\n${lines('~', change.after.text)}${besideWords(change.before, change.after)}`;
  const before = change.kind === 'added' ? '' : lines('-', change.before.text);
  const after = change.kind === 'removed' ? '' : lines('+', change.after.text);
  return `${memorySectionTitles[change.section]}\n${before}${after}`;
};

const reasonText = ({ source, words, at }: Reason): string =>
  `${localTime(at) || 'No longer here'}  ${words === null ? source : `“${inertLine(words)}”`}\n`;

/** Moments of a belief and of its reasons. Others are told by their name (`output.ts`). */
const moments = new Set(['since', 'lastSeen', 'at']);

/** Moments as ISO 8601, also where an operation of JSON Patch puts one in its place. */
const withIsoMoments = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withIsoMoments);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const path: unknown = entries.find(([key]) => key === 'path')?.[1];
  const field = typeof path === 'string' ? path.split('/').at(-1) : undefined;
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const isMoment = typeof inner === 'number' && (moments.has(key) || (key === 'value' && moments.has(field ?? '')));
      return [key, isMoment ? isoTime(inner) : withIsoMoments(inner)];
    }),
  );
};
