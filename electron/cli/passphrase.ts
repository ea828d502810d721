import { readFile } from 'node:fs/promises';
import { PASSPHRASE_MAX } from '../../shared/entities/profile.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

/**
 * The passphrase: from the file that was named, else from TRAILHEAD_PASSPHRASE, else typed.
 * A new one is typed twice, because nobody sees what they type.
 */
export const readPassphrase = async (terminal: Terminal, file: string | undefined, { isNew }: { isNew: boolean }): Promise<string> => {
  if (file !== undefined) return readFromFile(file);
  const given = terminal.environment['TRAILHEAD_PASSPHRASE'];
  if (given !== undefined && given !== '') return given;
  if (!terminal.isInteractive) {
    throw new Failure('A passphrase is needed: set TRAILHEAD_PASSPHRASE, name a file with --passphrase-file, or run this in a terminal.');
  }
  const typed = await terminal.askSecret(isNew ? 'New passphrase: ' : 'Passphrase: ');
  if (isNew && (await terminal.askSecret('Again: ')) !== typed) throw new Failure('The two passphrases differ; please try again.');
  return typed;
};

const readFromFile = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`The passphrase file ${file} can’t be read.`);
  });
  // An editor ends a file with a line break, which is not meant to be part of the passphrase.
  const passphrase = text.replace(/\r?\n$/, '');
  if (passphrase === '') throw new Failure(`The passphrase file ${file} is empty.`);
  if (passphrase.length > PASSPHRASE_MAX) throw new Failure(`The passphrase file ${file} holds more than a passphrase.`);
  return passphrase;
};
