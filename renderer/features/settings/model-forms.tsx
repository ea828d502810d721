import { useId, useState, type FormEvent } from 'react';
import {
  ANTHROPIC_MODEL_DEFAULT,
  LoopbackAddress,
  ModelName,
  localServers,
  type ModelChoice,
  type ProviderState,
  type ServerTrial,
} from '../../../shared/entities/provider.ts';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { KeyField } from './key-field.tsx';
import { ServerTest } from './server-test.tsx';

type FormProps = { state: ProviderState; onUse: (model: ModelChoice) => void };

const problemOf = (parsed: { success: boolean; error?: { issues: { message: string }[] } }): string | null =>
  parsed.success ? null : (parsed.error?.issues[0]?.message ?? 'This is not what is needed here.');

/** The hosted model: a key, which model, and a try. */
export function AnthropicForm({ state, onUse }: FormProps) {
  const chosen = state.provider.kind === 'anthropic' ? state.provider : null;
  const [model, setModel] = useState(chosen?.model ?? ANTHROPIC_MODEL_DEFAULT);
  const [models, setModels] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = ModelName.safeParse(model);
    setProblem(problemOf(parsed));
    if (parsed.success) onUse({ kind: 'anthropic', model: parsed.data });
  };
  return (
    <div className="flex max-w-lg flex-col gap-4 border-l-2 border-line pl-4">
      <KeyField kind="anthropic" kept={state.hasKey.anthropic} />
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <ModelField model={model} models={models} problem={problem} onChange={setModel} />
        <ServerTest server={{ kind: 'anthropic' }} onTried={(trial) => setModels(modelsIn(trial))} />
        <Button type="submit" look="primary" className="self-start" disabled={!state.hasKey.anthropic}>
          Use Anthropic
        </Button>
      </form>
    </div>
  );
}

/** A model on this computer: where it listens, which one, and a try. */
export function LocalForm({ state, onUse }: FormProps) {
  const chosen = state.provider.kind === 'local' ? state.provider : null;
  const [address, setAddress] = useState<string>(chosen?.baseUrl ?? localServers[0].address);
  const [model, setModel] = useState(chosen?.model ?? '');
  const [models, setModels] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<{ address: string | null; model: string | null }>({ address: null, model: null });
  const parsedAddress = LoopbackAddress.safeParse(address);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = ModelName.safeParse(model);
    setProblems({ address: problemOf(parsedAddress), model: problemOf(parsed) });
    if (parsedAddress.success && parsed.success) onUse({ kind: 'local', baseUrl: parsedAddress.data, model: parsed.data });
  };
  return (
    <div className="flex max-w-lg flex-col gap-4 border-l-2 border-line pl-4">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Address on this computer"
          hint={`${localServers.map(({ name, address: usual }) => `${name}: ${usual}`).join(' · ')}. Let the server give a conversation at least 16,000 tokens.`}
          value={address}
          onChange={(event) => {
            setAddress(event.target.value);
            // A complaint goes as soon as it is met: going later, it would move what is about to be pressed.
            if (problems.address) setProblems({ ...problems, address: problemOf(LoopbackAddress.safeParse(event.target.value)) });
          }}
          onBlur={() => setProblems({ ...problems, address: problemOf(parsedAddress) })}
          error={problems.address}
        />
        <ServerTest
          server={parsedAddress.success ? { kind: 'local', baseUrl: parsedAddress.data } : null}
          onTried={(trial) => {
            const found = modelsIn(trial);
            setModels(found);
            if (model === '' && found[0] !== undefined) setModel(found[0]);
          }}
        />
        <ModelField model={model} models={models} problem={problems.model} onChange={setModel} />
        <Button type="submit" look="primary" className="self-start">
          Use this model
        </Button>
      </form>
      {state.hasKey.local ? (
        <KeyField kind="local" kept />
      ) : (
        <Disclosure summary="This server asks for a key">
          <KeyField kind="local" kept={false} />
        </Disclosure>
      )}
    </div>
  );
}

const modelsIn = (trial: ServerTrial): readonly string[] => (trial.outcome === 'reached' ? trial.models : []);

type ModelFieldProps = { model: string; models: readonly string[]; problem: string | null; onChange: (model: string) => void };

/** A model’s name, typed or taken from what the server has. */
function ModelField({ model, models, problem, onChange }: ModelFieldProps) {
  const listId = useId();
  return (
    <>
      <TextField
        label="Model"
        list={listId}
        hint={
          models.length === 0 ? 'Test the connection to choose from the models there are.' : `There are ${models.length} to choose from.`
        }
        value={model}
        onChange={(event) => onChange(event.target.value)}
        error={problem}
      />
      <datalist id={listId}>
        {models.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
