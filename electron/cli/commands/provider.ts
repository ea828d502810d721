import type { RouteOutput } from '../../../shared/contracts/index.ts';
import {
  ANTHROPIC_MODEL_DEFAULT,
  LoopbackAddress,
  type ModelChoice,
  ModelName,
  type ModelServer,
  ProviderKey,
  localServers,
} from '../../../shared/entities/provider.ts';
import type { Core } from '../../core/create-core.ts';
import { ask } from '../ask.ts';
import type { CommandContext } from '../command-context.ts';
import { Failure } from '../failure.ts';
import { inert } from '../inert.ts';
import { facts } from '../output.ts';
import { readValue } from '../read-value.ts';
import type { Terminal } from '../terminal.ts';

type State = RouteOutput<'providers.get'>;
type Kind = 'guide' | 'anthropic' | 'local';

const stateRow = ({ provider, online, hasKey, answering }: State) => ({
  provider: provider.kind,
  model: provider.kind === 'guide' ? null : provider.model,
  baseUrl: provider.kind === 'local' ? provider.baseUrl : null,
  ...{ online, answering, hasKey },
});

const stateFacts = (state: State): string => {
  const { provider, model, baseUrl, online, answering, hasKey } = stateRow(state);
  return facts([
    ['Provider', provider],
    ['Model', model ?? ''],
    ['Address', baseUrl ?? ''],
    ['Connections', online ? 'on' : 'off'],
    [
      'Key kept for',
      Object.entries(hasKey)
        .flatMap(([kind, kept]) => (kept ? [kind] : []))
        .join(', '),
    ],
    ['Answering', answering],
  ]);
};

const printState = (context: CommandContext, state: State): Promise<void> => context.print(stateRow(state), () => stateFacts(state));

export const showProvider = async (context: CommandContext): Promise<void> =>
  printState(context, await context.withProfile((core) => ask(core, 'providers.get', {})));

type Setting = { model?: string; baseUrl?: string; yes?: boolean };

/** Chooses who answers. What would be sent is printed first, and for a model somebody has to say yes to it. */
export const setProvider = async (context: CommandContext, kind: Kind, options: Setting): Promise<void> => {
  if (kind === 'guide') {
    const state = await context.withProfile((core) => ask(core, 'providers.choose', { provider: { kind } }));
    return printState(context, state);
  }
  const model = choiceFrom(kind, options);
  const { terminal } = context;
  const state = await context.withProfile(async (core) => {
    await keepKey(core, terminal, kind);
    const { request } = await ask(core, 'providers.preview', { model });
    terminal.note(
      request === null
        ? 'The running session is private: nothing of it would be sent.\n'
        : `From now on, each message makes a request like this one to ${request.address}:\n${inert(JSON.stringify(request.body, null, 2))}\n`,
    );
    if (options.yes !== true) await requireYes(terminal);
    return ask(core, 'providers.choose', { provider: model, online: true, seen: kind });
  });
  await printState(context, state);
};

function choiceFrom(kind: 'anthropic' | 'local', { model, baseUrl }: Setting): ModelChoice {
  if (kind === 'anthropic') {
    if (baseUrl !== undefined) throw new Failure('Only a local model has a --base-url.', 2);
    return { kind, model: readValue(ModelName, model ?? ANTHROPIC_MODEL_DEFAULT) };
  }
  if (model === undefined) throw new Failure('Name the model with --model; trailhead provider test local lists them.', 2);
  return { kind, model: readValue(ModelName, model), baseUrl: addressFrom(baseUrl) };
}

const addressFrom = (baseUrl: string | undefined): string => readValue(LoopbackAddress, baseUrl ?? localServers[0].address);

/** A key comes from TRAILHEAD_API_KEY, from standard input or from a prompt, never from an argument: those are seen by everyone and kept by shells. */
async function keepKey(core: Core, terminal: Terminal, kind: 'anthropic' | 'local'): Promise<void> {
  const { hasKey } = await ask(core, 'providers.get', {});
  const given = terminal.environment['TRAILHEAD_API_KEY'];
  // A local server rarely asks for one, and a key that is kept needs not be typed again.
  const key = given !== undefined && given !== '' ? given : kind === 'local' || hasKey[kind] ? null : await readKey(terminal);
  if (key !== null) await ask(core, 'providers.keepKey', { kind, key: readValue(ProviderKey, key) });
}

async function readKey(terminal: Terminal): Promise<string> {
  if (terminal.isInteractive) return terminal.askSecret('Key: ');
  for await (const line of terminal.lines()) if (line.trim() !== '') return line;
  throw new Failure('A key is needed: set TRAILHEAD_API_KEY, or write it to standard input.');
}

async function requireYes(terminal: Terminal): Promise<void> {
  if (!terminal.isInteractive) throw new Failure('Nothing was changed. Read the request above, then add --yes.');
  if ((await terminal.askSecret('Type yes to turn this on: ')).trim().toLowerCase() !== 'yes') throw new Failure('Nothing was changed.');
}

/** Asks a server which models it has. */
export const testProvider = async (
  context: CommandContext,
  kind: 'anthropic' | 'local' | undefined,
  options: { baseUrl?: string },
): Promise<void> => {
  const trial = await context.withProfile(async (core) => {
    const { provider } = await ask(core, 'providers.get', {});
    return ask(core, 'providers.test', { server: serverFor(kind ?? provider.kind, options.baseUrl, provider) });
  });
  if (trial.outcome === 'failed') throw new Failure(trial.message);
  await context.print(trial.models, () => `${trial.message}\n${trial.models.map((model) => `${inert(model)}\n`).join('')}`);
};

function serverFor(kind: Kind, baseUrl: string | undefined, chosen: State['provider']): ModelServer {
  if (kind === 'guide') throw new Failure('The built-in guide needs no connection. Name what to try: trailhead provider test local', 2);
  if (kind === 'anthropic') return { kind };
  return { kind, baseUrl: addressFrom(baseUrl ?? (chosen.kind === 'local' ? chosen.baseUrl : undefined)) };
}

/** Goes back to the guide, turns connections off and forgets the keys. */
export const removeProvider = async (context: CommandContext): Promise<void> => {
  const state = await context.withProfile(async (core) => {
    await ask(core, 'providers.choose', { provider: { kind: 'guide' }, online: false });
    await ask(core, 'providers.removeKey', { kind: 'anthropic' });
    return ask(core, 'providers.removeKey', { kind: 'local' });
  });
  await printState(context, state);
};
