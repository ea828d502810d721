import { type DetectedPart, detectParts } from '../../core/companion/detection/detect-parts.ts';
import { percent, table } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { answerTexts } from './answer-texts.ts';

const detected = (text: string): Pick<DetectedPart, 'quote' | 'role' | 'name' | 'confidence'>[] =>
  detectParts(text).map(({ quote, role, name, confidence }) => ({ quote, role, name, confidence }));

/** Finds parts in a text, without a profile. */
export const detect = (terminal: Terminal, text: string | undefined, json: boolean): Promise<void> =>
  answerTexts(terminal, text, json, { asObject: (one) => ({ parts: detected(one) }), inWords });

const inWords = (text: string): string => {
  const parts = detected(text);
  const shown = table(
    ['ROLE', 'NAME', 'SURE', 'WORDS'],
    parts.map(({ role, name, confidence, quote }) => [role, name, percent(confidence), quote]),
  );
  return parts.length === 0 ? 'No part seems to speak here.\n' : shown;
};
