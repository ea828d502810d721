import { parseArgs } from 'node:util';

export const usage = 'Usage: npm start -- [--host electron|loopback] [--data-dir DIR] [--port N] [--no-open]';

export type StartOptions = {
  /** `any`: Electron where it runs, a browser where it does not. */
  host: 'electron' | 'loopback' | 'any';
  dataDir: string | undefined;
  /** 0 takes any free port. */
  port: number;
  noOpen: boolean;
  help: boolean;
};

export type ReadOptions = { ok: true; options: StartOptions } | { ok: false; message: string };

const wrong = (message: string): ReadOptions => ({ ok: false, message });

/** Reads the arguments of `npm start`: options, or one sentence about the first that is wrong. */
export const readStartOptions = (args: string[]): ReadOptions => {
  try {
    return checkOptions(parse(args));
  } catch (error) {
    const [sentence = 'These options can’t be read'] = error instanceof Error ? error.message.split(/\.\s/) : [];
    return wrong(`${sentence}. ${usage}`);
  }
};

const parse = (args: string[]) =>
  parseArgs({
    args,
    options: {
      host: { type: 'string' },
      'data-dir': { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;

const checkOptions = ({ host, port, help, 'data-dir': dataDir, 'no-open': noOpen }: ReturnType<typeof parse>): ReadOptions => {
  if (host !== undefined && host !== 'electron' && host !== 'loopback')
    return wrong(`--host is electron or loopback, not ${JSON.stringify(host)}.`);
  if (dataDir === '') return wrong('--data-dir needs the path of a folder.');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    return wrong(`--port is a number from 0 to 65535, not ${JSON.stringify(port)}.`);
  }
  // A port or a printed address is something only the browser host knows.
  const wantsLoopback = port !== undefined || noOpen === true;
  if (host === 'electron' && wantsLoopback) return wrong('--port and --no-open need --host loopback.');
  return {
    ok: true,
    options: {
      dataDir,
      host: host ?? (wantsLoopback ? 'loopback' : 'any'),
      port: Number(port ?? 0),
      noOpen: noOpen === true,
      help: help === true,
    },
  };
};
