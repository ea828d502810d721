import type { ForgetTarget, ForgettingPreview } from '../../../shared/entities/forgetting.ts';
import { counted } from '../../components/dates.ts';

/** More names than this are counted. */
const NAMES_SHOWN = 6;

/** What goes, one line each; what there is none of is not told. */
export function previewLines(preview: ForgettingPreview, kind: ForgetTarget['kind']): string[] {
  const { messages, sessions, proposals, evidence, notes, checkIns, insights, beliefs, memoryVersions, actions, backups, parts } = preview;
  const lines: (readonly [number, string])[] = [
    [
      messages,
      kind === 'sentence' ? `${counted(messages, 'message', 'messages')}, in whole or in part` : counted(messages, 'message', 'messages'),
    ],
    [sessions, counted(sessions, 'whole session', 'whole sessions')],
    [proposals, counted(proposals, 'suggestion', 'suggestions')],
    [evidence, counted(evidence, 'piece of evidence', 'pieces of evidence')],
    [parts.length, partsLine(parts, kind)],
    [notes, counted(notes, 'note or letter', 'notes and letters')],
    [checkIns, counted(checkIns, 'check-in', 'check-ins')],
    [insights, counted(insights, 'insight', 'insights')],
    [beliefs, `${counted(beliefs, 'thing', 'things')} remembered, gone or with one reason less`],
    [memoryVersions, `${counted(memoryVersions, 'version', 'versions')} of your memory, written anew without it`],
    [actions, `${counted(actions, 'change', 'changes')} in Activity, emptied: no longer to be undone`],
    [backups, `${counted(backups, 'copy', 'copies')} Trailhead made before an update, removed`],
  ];
  return lines.filter(([amount]) => amount > 0).map(([, words]) => words);
}

function partsLine(parts: readonly string[], kind: ForgetTarget['kind']): string {
  const named = parts.slice(0, NAMES_SHOWN).map((name) => `“${name}”`);
  const more = parts.length - named.length;
  const names = new Intl.ListFormat('en').format([...named, ...(more > 0 ? [`${more} more`] : [])]);
  const what = kind === 'everything' ? 'All of' : kind === 'part' ? 'The part' : 'Words of';
  return `${what} ${names}`;
}

/** What stays, or is out of reach, and has to be known before saying yes. */
export const stayingWords = (kind: ForgetTarget['kind']): string =>
  [
    ...(kind === 'part' ? ['Messages that name it stay as you wrote them.'] : []),
    ...(kind === 'everything' ? ['Your profile, its passphrase, the theme and the country for help stay.'] : []),
    'Copies you made yourself, such as exports and backups, are out of Trailhead’s reach.',
  ].join(' ');
