import { createInterface } from 'node:readline';
import { createInterface as createLineReader } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Failure } from './failure.ts';

/** Everything a command needs of the world around it. Tests hand in their own. */
export type Terminal = {
  /** Writes to standard output. Answers false once nobody reads it any more. */
  write(text: string): Promise<boolean>;
  /** Writes to standard error. */
  note(text: string): void;
  /** The lines of standard input. */
  lines(): AsyncIterable<string>;
  /** Is there a person who can be asked? */
  readonly isInteractive: boolean;
  /** Asks for something that must not be seen. */
  askSecret(question: string): Promise<string>;
  /** Asks a question and answers what was typed. */
  ask(question: string): Promise<string>;
  readonly environment: NodeJS.ProcessEnv;
  /** Runs when the person presses Ctrl-C, until the returned function is called. */
  onInterrupt(handle: () => void): () => void;
};

/** The terminal this process runs in. */
export const processTerminal = (): Terminal => {
  let isOpen = true;
  // A reader that has seen enough (`head`) closes the pipe: that ends the output and is no failure.
  process.stdout.on('error', () => (isOpen = false));
  process.stderr.on('error', () => undefined);
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (!isOpen) return resolve(false);
        process.stdout.write(text, (error) => resolve(error === undefined || error === null));
      }),
    note: (text) => void process.stderr.write(text),
    lines: () => createLineReader({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    askSecret,
    ask: async (question) => {
      const reader = createLineReader({ input: process.stdin, output: process.stderr });
      try {
        return await reader.question(question);
      } finally {
        reader.close();
      }
    },
    environment: process.env,
    onInterrupt: (handle) => {
      process.on('SIGINT', handle);
      process.on('SIGTERM', handle);
      return () => {
        process.off('SIGINT', handle);
        process.off('SIGTERM', handle);
      };
    },
  };
};

/** A line typed at the terminal, edited as usual but shown nowhere. */
const askSecret = (question: string): Promise<string> => {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  process.stderr.write(question);
  return new Promise((resolve, reject) => {
    reader.once('line', (line) => {
      resolve(line);
      reader.close();
    });
    // Ctrl-C and Ctrl-D; after a line this changes nothing any more.
    reader.once('close', () => {
      process.stderr.write('\n');
      reject(new Failure('Nothing was typed, so nothing was done.'));
    });
  });
};
