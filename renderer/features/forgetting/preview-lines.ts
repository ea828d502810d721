import type { ForgetTarget, ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import { counted } from '../../components/dates.ts';

/** More names than this are counted. */
const NAMES_SHOWN = 6;

/** A line of what goes, and what can be unfolded under it. */
export type PreviewLine = { words: string; items: readonly string[] };

/** What goes, one line each; what there is none of is not told. */
export function previewLines(preview: ForgettingPreview, kind: ForgetTarget['kind']): PreviewLine[] {
  const { messages, sessions, proposals, evidence, relationships, assessments, notes, checkIns, insights, actions, backups, parts, shown } =
    preview;
  const lines: (readonly [number, string, (readonly string[])?])[] = [
    [
      messages,
      kind === 'sentence' ? `${counted(messages, 'message', 'messages')}, in whole or in part` : counted(messages, 'message', 'messages'),
    ],
    [sessions, counted(sessions, 'whole session', 'whole sessions')],
    [proposals, counted(proposals, 'suggestion', 'suggestions')],
    [evidence, counted(evidence, 'piece of evidence', 'pieces of evidence'), shown.evidence],
    [parts.length, partsLine(parts, kind)],
    [relationships, counted(relationships, 'relationship', 'relationships')],
    [assessments, counted(assessments, 'assessment', 'assessments')],
    [notes, counted(notes, 'note or letter', 'notes and letters'), shown.notes],
    [checkIns, counted(checkIns, 'check-in', 'check-ins')],
    [insights, counted(insights, 'insight', 'insights')],
    ...memoryLines(preview, kind),
    [actions, actionsLine(actions, kind)],
    [backups, `${counted(backups, 'copy', 'copies')} Trailhead made before an update, removed`],
  ];
  return lines.filter(([amount]) => amount > 0).map(([, words, items = []]) => ({ words, items }));
}

function memoryLines(
  { beliefs, memoryVersions, shown }: ForgettingPreview,
  kind: ForgetTarget['kind'],
): [number, string, readonly string[]][] {
  if (beliefs === null || memoryVersions === null)
    return [[1, 'What is remembered of it: that can’t be counted, as the memory is damaged', []]];
  if (kind === 'everything')
    return [
      [beliefs, `${counted(beliefs, 'thing', 'things')} remembered`, []],
      [memoryVersions, `${counted(memoryVersions, 'version', 'versions')} of your memory`, []],
    ];
  const going = shown.beliefs.filter(({ goes }) => goes).map(({ text }) => text);
  const losing = shown.beliefs.filter(({ goes }) => !goes).map(({ text }) => text);
  const more = beliefs - shown.beliefs.length;
  return [
    [going.length, `${counted(going.length, 'thing', 'things')} remembered, gone`, going],
    [losing.length, `${counted(losing.length, 'thing', 'things')} remembered, with one reason less`, losing],
    [more, `${counted(more, 'more thing', 'more things')} remembered, gone or with one reason less`, []],
    [memoryVersions, `${counted(memoryVersions, 'version', 'versions')} of your memory, written anew without it`, []],
  ];
}

const actionsLine = (actions: number, kind: ForgetTarget['kind']): string =>
  kind === 'everything'
    ? `${counted(actions, 'change', 'changes')} in Activity`
    : `${counted(actions, 'change', 'changes')} in Activity, emptied: no longer to be undone`;

function partsLine(parts: readonly string[], kind: ForgetTarget['kind']): string {
  const what = kind === 'everything' ? 'All of' : kind === 'part' ? 'The part' : 'Words of';
  return `${what} ${names(parts)}`;
}

/** What stays, or is out of reach, and has to be known before saying yes. */
export const stayingWords = (kind: ForgetTarget['kind'], staying: readonly string[] = []): string =>
  [
    ...(kind === 'part' ? ['Messages of yours that name it stay as you wrote them.'] : []),
    ...(kind === 'day' ? ['Your plan for hard moments, your people and your settings stay as they are.'] : []),
    ...(staying.length > 0
      ? [`${names(staying)} ${staying.length === 1 ? 'stays' : 'stay'}, as something of another day belongs to it.`]
      : []),
    ...(kind === 'everything' ? ['Your profile, its passphrase, the theme and the country for help stay.'] : []),
    'Copies you made yourself, such as exports and backups, are out of Trailhead’s reach.',
  ].join(' ');

function names(parts: readonly string[]): string {
  const named = parts.slice(0, NAMES_SHOWN).map((name) => `“${name}”`);
  const more = parts.length - named.length;
  return new Intl.ListFormat('en').format([...named, ...(more > 0 ? [`${more} more`] : [])]);
}
