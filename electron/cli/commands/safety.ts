import { detectSafety } from '../../core/safety/detection/detect-safety.ts';
import type { SafetyLabel } from '../../core/safety/detection/sign.ts';
import type { Terminal } from '../terminal.ts';
import { answerTexts } from './answer-texts.ts';

const words: Record<SafetyLabel, string> = {
  crisis: 'crisis: somebody may be in danger now.\n',
  concern: 'concern: something heavy is said.\n',
  none: 'none: no danger was found. That is no proof that there is none.\n',
};

/** Looks for danger in a text, on this machine, without a profile. */
export const safety = (terminal: Terminal, text: string | undefined, json: boolean): Promise<void> =>
  answerTexts(terminal, text, json, {
    asObject: (one) => ({ label: detectSafety(one).label }),
    inWords: (one) => words[detectSafety(one).label],
  });
