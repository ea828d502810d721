import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RouteInput } from '../../../shared/contracts/index.ts';
import type { ModelChoice, ProviderState } from '../../../shared/entities/provider.ts';
import { useAction } from '../../client/context.tsx';
import { callKey, errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { ChoiceGroup } from '../../components/choice-group.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ErrorState } from '../../components/states.tsx';
import { AnthropicForm, LocalForm } from './model-forms.tsx';
import { WhatIsSent } from './what-is-sent.tsx';

type Kind = ProviderState['provider']['kind'];

const choices: readonly { value: Kind; label: string; hint: string }[] = [
  { value: 'guide', label: 'The built-in guide', hint: 'Needs no network and no model. Nothing is sent anywhere.' },
  { value: 'local', label: 'A model on this computer', hint: 'Ollama, LM Studio or llama.cpp. Your words stay on this computer.' },
  { value: 'anthropic', label: 'Anthropic', hint: 'A hosted model, with a key of your own. What you write in chat is sent there.' },
];

const rememberedWithout =
  'Never what you keep private, a letter, a session that is not to be remembered, or one in which you may have been in danger.';
const rememberHint: Record<ModelChoice['kind'], string> = {
  local: `When a session has ended, what you wrote in it is given once more to the model on this computer, to find what is worth remembering. ${rememberedWithout}`,
  anthropic: `When a session has ended, what you wrote in it is sent once more to Anthropic, to find what is worth remembering. ${rememberedWithout} While this is off, memory is made on this computer alone.`,
};

/** Who answers, the keys, and the one switch over all connections. */
export function CompanionSettings() {
  const state = useCall('providers.get', {});
  const error = errorOf(state.error);
  if (error) return <ErrorState error={error} onRetry={() => void state.refetch()} />;
  return state.data ? <ShownSettings state={state.data} /> : <Skeleton rows={3} />;
}

function ShownSettings({ state }: { state: ProviderState }) {
  const queryClient = useQueryClient();
  const choose = useAction('providers.choose');
  const [looking, setLooking] = useState<Kind>(state.provider.kind);
  /** A model that waits for the person to have seen what would be sent. */
  const [asking, setAsking] = useState<ModelChoice | null>(null);
  const [showing, setShowing] = useState(false);

  const apply = async (input: RouteInput<'providers.choose'>): Promise<boolean> => {
    const result = await choose.run(input);
    if (result.ok) queryClient.setQueryData(callKey('providers.get', {}), result.value);
    return result.ok;
  };
  const onLook = (kind: Kind) => {
    setLooking(kind);
    if (kind === 'guide') void apply({ provider: { kind } });
  };
  const onUse = (model: ModelChoice) => {
    if (state.sentSeen[model.kind] && state.online) void apply({ provider: model });
    else setAsking(model);
  };
  const onAgree = async () => {
    if (asking && (await apply({ provider: asking, online: true, seen: asking.kind }))) setAsking(null);
  };

  return (
    <div className="flex flex-col gap-5">
      <Checkbox
        label="Allow connections"
        hint="The one switch over all of it. While it is off, Trailhead opens no connection at all, not even to a model on this computer, and the built-in guide answers."
        checked={state.online}
        onChange={(online) => void apply({ online })}
      />
      <ChoiceGroup label="Who answers" direction="column" value={looking} choices={choices} onChange={onLook} />
      {looking === 'anthropic' && <AnthropicForm key="anthropic" state={state} onUse={onUse} />}
      {looking === 'local' && <LocalForm key="local" state={state} onUse={onUse} />}
      {state.provider.kind !== 'guide' && (
        <Checkbox
          label="Remember with this model"
          hint={rememberHint[state.provider.kind]}
          checked={state.rememberWithModel}
          onChange={(rememberWithModel) => void apply({ rememberWithModel })}
        />
      )}
      {choose.error && <Notice tone="alert">{choose.error.message}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="text-sm font-medium">
          {answeringWords(state)}
        </p>
        <Button size="small" onClick={() => setShowing(true)}>
          What is sent
        </Button>
      </div>
      <WhatIsSent open={showing} onOpenChange={setShowing} remembers={state.rememberWithModel} />
      <WhatIsSent
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        {...(asking && { model: asking })}
        consent={{ words: 'Turn it on', running: choose.running, onAgree: () => void onAgree() }}
      />
    </div>
  );
}

/** Who answers the next message, and if it is not the one that was chosen, why. */
function answeringWords({ answering, online, provider }: ProviderState): string {
  switch (answering) {
    case 'anthropic':
    case 'local':
      return `${answering === 'local' ? 'A model on this computer' : 'Anthropic'} answers${provider.kind === 'guide' ? '' : ` (${provider.model})`}.`;
    case 'guide':
      return provider.kind === 'guide'
        ? 'The built-in guide answers.'
        : `The built-in guide answers${online ? '' : ', because connections are off'}.`;
  }
}
