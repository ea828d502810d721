import { z } from 'zod';
import { type DetectedPart, detectParts } from '../../core/companion/detection/detect-parts.ts';
import { Failure } from '../failure.ts';
import { jsonLine, percent, table } from '../output.ts';
import type { Terminal } from '../terminal.ts';

/** One line of input. Labelled data has more keys, which are not looked at. */
const DetectLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const detected = (text: string): Pick<DetectedPart, 'quote' | 'role' | 'name' | 'confidence'>[] =>
  detectParts(text).map(({ quote, role, name, confidence }) => ({ quote, role, name, confidence }));

/** Finds parts in a text, without a profile. With `json`, line by line: each answer is written before the next line is read. */
export const detect = async (terminal: Terminal, text: string | undefined, json: boolean): Promise<void> => {
  if (!json) return detectOne(terminal, text ?? (await allOf(terminal)));
  if (text !== undefined) return void (await terminal.write(jsonLine({ parts: detected(text) })));
  let lineNumber = 0;
  for await (const line of terminal.lines()) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const read = DetectLine.safeParse(parseJson(line));
    if (!read.success) throw new Failure(`Line ${lineNumber} is not a JSON object with "id" and "text".`);
    if (!(await terminal.write(jsonLine({ id: read.data.id, parts: detected(read.data.text) })))) return;
  }
};

const detectOne = async (terminal: Terminal, text: string): Promise<void> => {
  const parts = detected(text);
  const shown = table(
    ['ROLE', 'NAME', 'SURE', 'WORDS'],
    parts.map(({ role, name, confidence, quote }) => [role, name, percent(confidence), quote]),
  );
  await terminal.write(parts.length === 0 ? 'No part seems to speak here.\n' : shown);
};

const allOf = async (terminal: Terminal): Promise<string> => {
  const lines: string[] = [];
  for await (const line of terminal.lines()) lines.push(line);
  return lines.join('\n');
};

const parseJson = (line: string): unknown => {
  try {
    const value: unknown = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
};
