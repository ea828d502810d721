import { z } from 'zod';
import { Failure } from '../failure.ts';
import { jsonLine } from '../output.ts';
import type { Terminal } from '../terminal.ts';

/** One line of input. Labelled data has more keys, which are not looked at. */
const TextLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** How a command that needs no profile answers a text: as an object for programs, in words for people. */
export type TextAnswers = { readonly asObject: (text: string) => object; readonly inWords: (text: string) => string };

/**
 * Answers one text, or with `json` and no text given one object a line: same ids, same order, each written before the next line is read.
 * A line that can’t be read ends it with a sentence that names the line.
 */
export const answerTexts = async (
  terminal: Terminal,
  text: string | undefined,
  json: boolean,
  { asObject, inWords }: TextAnswers,
): Promise<void> => {
  if (!json) return void (await terminal.write(inWords(text ?? (await allOf(terminal)))));
  if (text !== undefined) return void (await terminal.write(jsonLine(asObject(text))));
  let lineNumber = 0;
  for await (const line of terminal.lines()) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const read = TextLine.safeParse(parseJson(line));
    if (!read.success) throw new Failure(`Line ${lineNumber} is not a JSON object with "id" and "text".`);
    if (!(await terminal.write(jsonLine({ id: read.data.id, ...asObject(read.data.text) })))) return;
  }
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
