import { PASSPHRASE_MAX, PASSPHRASE_MIN } from '../../../shared/entities/profile.ts';

export type PassphraseProblem = { field: 'passphrase' | 'again'; message: string };

/** What keeps a newly chosen passphrase and its repetition from being used, if anything. */
export function passphraseProblem(passphrase: string, again: string): PassphraseProblem | null {
  if (passphrase === '') return { field: 'passphrase', message: 'Please choose a passphrase.' };
  if (passphrase.length < PASSPHRASE_MIN) return { field: 'passphrase', message: `Please use at least ${PASSPHRASE_MIN} characters.` };
  if (passphrase.length > PASSPHRASE_MAX) return { field: 'passphrase', message: 'A passphrase can have at most 1,024 characters.' };
  if (again === '') return { field: 'again', message: 'Please type it once more, so that a slip of the finger can’t lock you out.' };
  if (passphrase !== again) return { field: 'again', message: 'The two are not the same yet.' };
  return null;
}

/** What makes a good passphrase, in a line. */
export const passphraseHint = `At least ${PASSPHRASE_MIN} characters. Four or five unrelated words are easy to keep in mind and hard to guess.`;
