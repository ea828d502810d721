import type { Part } from '../../shared/entities/part.ts';
import type { Proposal } from '../../shared/entities/proposal.ts';
import type { Message, Session } from '../../shared/entities/session.ts';
import { MessageId, PartId, ProposalId, SessionId, UserId } from '../../shared/ids.ts';
import { type FakeCore, createFakeCore, value } from '../hosts/testing/fake-core.ts';
import { runCli } from './run-cli.ts';
import type { Terminal } from './terminal.ts';

const uuid = (digit: number): string => `01890000-0000-7000-8000-00000000000${digit}`;
export const ids = {
  user: UserId.parse(uuid(1)),
  session: SessionId.parse(uuid(2)),
  said: MessageId.parse(uuid(3)),
  reply: MessageId.parse(uuid(4)),
  proposal: ProposalId.parse(uuid(5)),
  part: PartId.parse(uuid(6)),
};

export const moment = Date.UTC(2026, 0, 5, 9);
export const isoMoment = '2026-01-05T09:00:00.000Z';

export const profile = { id: ids.user, label: 'Ana', createdAt: moment, hasRecoveryCode: false };
export const session: Session = {
  id: ids.session,
  title: null,
  status: 'active',
  startedAt: moment,
  endedAt: null,
  messageCount: 1,
  lastMessageAt: moment,
  mode: 'write',
  partId: null,
  remembered: true,
  private: false,
};
export const message = (id: MessageId, role: Message['role'], content: string): Message => ({
  id,
  role,
  content,
  sessionId: ids.session,
  metadata: { delivery: 'complete' },
  sequence: 1,
  createdAt: moment,
});
export const proposal: Proposal = {
  id: ids.proposal,
  kind: 'part',
  name: 'The Critic',
  role: 'manager',
  quote: 'my critic is loud',
  confidence: 0.8,
  state: 'open',
  sessionId: ids.session,
  messageId: ids.said,
  partId: null,
  relationshipId: null,
  relationship: null,
  createdAt: moment,
};
export const part: Part = {
  id: ids.part,
  name: 'The Critic',
  story: '',
  status: 'emerging',
  confidence: 0.4,
  recentEvidence: [],
  evidenceCount: 0,
  private: false,
  lastSeenAt: 0,
  attributes: { role: 'manager' },
  createdAt: moment,
  updatedAt: moment,
};

/** A core with one profile, which opens with any passphrase. */
export const createCoreWithProfile = (): FakeCore => {
  const core = createFakeCore();
  core.answer('profiles.list', () => value({ profiles: [profile], damaged: [] }));
  core.answer('profiles.unlock', () => value({ profile, notice: null }));
  return core;
};

type Asked = { input?: string; environment?: NodeJS.ProcessEnv; typed?: string[] };

type Open = Parameters<typeof runCli>[2];

/** Runs a command on a core, with everything around it pretended, and answers what came out. */
export const runOn = async (open: Open, args: string[], asked: Asked = {}) => {
  const { input = '', environment = { TRAILHEAD_PASSPHRASE: 'correct horse' }, typed } = asked;
  const output: string[] = [];
  let notes = '';
  const opened: string[] = [];
  const terminal: Terminal = {
    write: async (text) => {
      output.push(text);
      return true;
    },
    note: (text) => (notes += text),
    lines: async function* () {
      yield* input.split('\n').filter((line) => line !== '');
    },
    isInteractive: typed !== undefined,
    askSecret: async () => typed?.shift() ?? '',
    ask: async (question) => {
      notes += question;
      return typed?.shift() ?? '';
    },
    environment,
    onInterrupt: () => () => undefined,
  };
  const dataDir = args.includes('--data-dir') ? [] : ['--data-dir', process.cwd()];
  const status = await runCli([...dataDir, ...args], terminal, (options) => {
    opened.push(options.dataDir);
    return open(options);
  });
  const out = output.join('');
  return { status, out, pieces: output, notes, opened, json: (): unknown => JSON.parse(out) };
};

/** As `runOn`, on a core that answers what it is told to. */
export const run = (core: FakeCore, args: string[], asked: Asked = {}) =>
  runOn(
    async (options) => {
      core.answer('transfer.export', async () =>
        value(await options.saveFile({ suggestedName: 'x.json', mediaType: 'application/json', content: words() })),
      );
      return core;
    },
    args,
    asked,
  );

async function* words(): AsyncIterable<string> {
  yield '{"all":';
  yield '"mine"}';
}
