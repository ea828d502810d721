import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptySafetyPlan } from '../../shared/entities/safety.ts';
import { testCore } from '../support/test-core.ts';

const sentence = 'Part of me is a marmalade lighthouse, and another part wants nobody to know';
const passphrase = 'seven quiet umbrellas';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

it('writes nothing readable to disk, with restrictive modes, while open and after locking', async () => {
  const core = testCore();
  const created = await core.ask('profiles.create', { label: 'K.M.', passphrase, withRecoveryCode: true });
  const said = await core.ask('companion.say', { text: sentence });
  await core.replied(said.reply.id);
  for (const { id } of (await core.ask('proposals.list', {})).items) await core.ask('proposals.accept', { proposalId: id });
  const asked = await core.ask('companion.say', { text: 'I want to kill myself tonight.' });
  await core.replied(asked.reply.id);
  await core.ask('safety.savePlan', { ...emptySafetyPlan, worthLivingFor: 'the tangerine kettle' });
  await core.ask('safety.addContact', { name: 'Periwinkle', phone: '020 7946 0958', notes: 'ask for the tangerine' });
  await core.ask('sessions.end', { sessionId: said.session.id });

  const secrets = [
    'kill myself',
    'safe where you are',
    'tangerine',
    'Periwinkle',
    '7946 0958',
    'marmalade',
    'lighthouse',
    'nobody to know',
    passphrase,
    created.recoveryCode ?? '',
    'The Hid',
  ];
  const look = () => {
    for (const file of filesBelow(core.dataDir)) {
      const bytes = readFileSync(file);
      for (const secret of secrets) {
        expect(bytes.includes(secret, 0, 'utf8'), `${secret} in ${file}`).toBe(false);
        expect(bytes.includes(secret, 0, 'utf16le'), `${secret} in ${file}`).toBe(false);
      }
      expect(statSync(file).mode & 0o077, file).toBe(0);
    }
  };
  look();
  await core.stop();
  look();
  expect(filesBelow(core.dataDir).length).toBeGreaterThan(3);
  for (const secret of secrets) expect(JSON.stringify(core.log)).not.toContain(secret);
});

it('lets no error repeat what was written', async () => {
  const core = testCore();
  await core.ask('profiles.create', { label: 'K.M.', passphrase, withRecoveryCode: false });
  const attempts: [string, unknown][] = [
    ['companion.say', { text: 'marmalade\uD800' }],
    ['companion.say', { text: 'marmalade', sessionId: 'marmalade' }],
    ['companion.say', { text: { marmalade: 1 } }],
    ['companion.say', { text: 'x', marmalade: 'lighthouse' }],
    ['proposals.accept', { proposalId: 'marmalade', name: 'marmalade' }],
    ['safety.savePlan', { ...emptySafetyPlan, warningSigns: 'marmalade\uD800' }],
    ['safety.savePlan', { ...emptySafetyPlan, marmalade: 'lighthouse' }],
    ['safety.addContact', { name: '', notes: 'marmalade' }],
    ['safety.updateContact', { contactId: 'marmalade', phone: 'lighthouse' }],
    ['marmalade', {}],
  ];
  for (const [route, input] of attempts) {
    const error = await core.refusal(route, input);
    expect(JSON.stringify(error)).not.toContain('marmalade');
    expect(JSON.stringify(error)).not.toContain('lighthouse');
  }
  expect(JSON.stringify(core.log)).not.toContain('marmalade');
  await core.stop();
});
