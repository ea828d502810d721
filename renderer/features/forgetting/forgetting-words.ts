import type { Forgetting } from '../../../shared/entities/forgetting.ts';
import { momentWords } from '../../components/dates.ts';

const kinds: Record<Forgetting['kind'], string> = {
  sentence: 'Some words',
  message: 'A message',
  session: 'A session',
  part: 'A part',
  belief: 'Something remembered',
  day: 'A day',
  everything: 'Everything',
};

/** Where a forgetting is. */
export function stepWords({ step, done, total }: Pick<Forgetting, 'step' | 'done' | 'total'>): string {
  const count = total > 0 ? `: ${Math.min(done, total)} of ${total}` : '';
  if (step === 'rows') return `Taking it out${count}`;
  if (step === 'memory') return `Writing the memory anew${count}`;
  return step === 'traces' ? 'Gone from Trailhead. The last traces in the file go as soon as nothing else reads it' : 'Forgotten for good';
}

/** A forgetting in one line: it can't be told what it was about, for nothing of that is kept. */
export const forgettingWords = (forgetting: Forgetting): string => `${kinds[forgetting.kind]}, ${momentWords(forgetting.startedAt)}`;
