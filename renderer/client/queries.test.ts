import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { callKey, createQueryClient, invalidateEntities } from './queries.ts';

it('while something is forgotten, its steps are read again and what was shown before is not; nothing else is kept that nobody looks at', () => {
  const client = createQueryClient();
  const list = callKey('forgetting.list', {});
  const preview = callKey('forgetting.preview', { target: { kind: 'everything' } });
  const memory = callKey('memory.get', {});
  for (const queryKey of [list, preview, memory]) client.setQueryData(queryKey, {});
  for (const queryKey of [list, preview])
    new QueryObserver(client, { queryKey, queryFn: () => new Promise(() => undefined) }).subscribe(() => undefined);
  invalidateEntities(client, ['forgetting']);
  expect([list, preview, memory].map((key) => client.getQueryState(key)?.isInvalidated)).toEqual([true, false, undefined]);
  client.clear();
});
