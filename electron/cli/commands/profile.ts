import type { ProfileSummary } from '../../../shared/entities/profile.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { facts, localTime, table } from '../output.ts';
import { readPassphrase } from '../passphrase.ts';

const profileRow = ({ id, label, createdAt, hasRecoveryCode }: ProfileSummary) => ({ id, name: label, createdAt, hasRecoveryCode });

export const createProfile = async (
  context: CommandContext,
  { name, recoveryCode }: { name: string; recoveryCode?: boolean },
): Promise<void> => {
  const passphrase = await readPassphrase(context.terminal, context.options.passphraseFile, { isNew: true });
  const withRecoveryCode = recoveryCode === true;
  const created = await context.withCore((core) => ask(core, 'profiles.create', { label: name, passphrase, withRecoveryCode }));
  const row = { ...profileRow(created.profile), ...(withRecoveryCode ? { recoveryCode: created.recoveryCode } : {}) };
  await context.print(row, () =>
    facts([
      ['Profile', row.name],
      ['Id', row.id],
      ['Recovery code', created.recoveryCode ?? ''],
    ]),
  );
  if (withRecoveryCode) context.terminal.note('Keep the recovery code somewhere safe: it is shown this once and kept nowhere.\n');
};

export const listProfiles = async (context: CommandContext): Promise<void> => {
  const { profiles, damaged } = await context.withCore((core) => ask(core, 'profiles.list', {}));
  for (const { message } of damaged) context.terminal.note(`${message}\n`);
  const rows = profiles.map(profileRow);
  await context.print(rows, () =>
    rows.length === 0
      ? 'There is no profile yet.\n'
      : table(
          ['ID', 'NAME', 'CREATED'],
          rows.map(({ id, name, createdAt }) => [id, name, localTime(createdAt)]),
        ),
  );
};
