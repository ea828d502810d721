import type { RouteOutput } from '../../../shared/contracts/index.ts';
import { counted } from '../../components/dates.ts';

type Loss = RouteOutput<'parts.previewMerge'>['goes'];

const fieldWords: Record<Loss['fields'][number], string> = {
  name: 'its name',
  role: 'its role',
  status: 'its status',
  emoji: 'its emoji',
  hue: 'its colour',
  age: 'its age',
};

/** What goes in a merge, in one or more sentences. */
export function lossWords({ fields, between, outdone }: Loss): string {
  const sentences = [`Of the other part goes: ${new Intl.ListFormat('en').format(fields.map((field) => fieldWords[field]))}.`];
  if (between.length > 0)
    sentences.push(
      `So does what stood between the two (${counted(between.length, 'relationship', 'relationships')}); its notes are kept in the story.`,
    );
  if (outdone.length > 0)
    sentences.push(
      `${counted(outdone.length, 'relationship is', 'relationships are')} told otherwise of the part that stays: that direction, and the stronger pull, stay. Notes are kept.`,
    );
  return sentences.join(' ');
}
