import {
  QueryClient,
  keepPreviousData,
  queryOptions,
  skipToken,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryKey,
} from '@tanstack/react-query';
import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../shared/contracts/index.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import type { Client } from './client.ts';
import { useClient } from './context.tsx';

/** Carries an error value through React Query, which knows failures only as rejections. */
export class CallFailure extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.code);
    this.error = error;
  }
}

const settle = async <Value>(answer: Promise<Result<Value>>): Promise<Value> => {
  const result = await answer;
  if (!result.ok) throw new CallFailure(result.error);
  return result.value;
};

/** The error value inside a query's failure. */
export const errorOf = (failure: Error | null): CallError | null =>
  failure === null
    ? null
    : failure instanceof CallFailure
      ? failure.error
      : { code: 'INTERNAL', message: 'Something went wrong on this page.', id: 'page' };

/** A fresh cache. Everything in it stays valid until the core says that it changed. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    },
  });

/** The key of one call in the cache. */
export const callKey = <Name extends RouteName>(name: Name, input: RouteInput<Name>): QueryKey => [name, input];

/** Reads a route and keeps the answer fresh. */
export function useCall<Name extends RouteName>(name: Name, input: RouteInput<Name>) {
  return useOptionalCall(name, input);
}

/** Reads a route once there is something to ask for. */
export function useOptionalCall<Name extends RouteName>(name: Name, input: RouteInput<Name> | null) {
  return useQuery(callOptions(useClient(), name, input));
}

/** How a route is read and where its answer is kept. */
export const callOptions = <Name extends RouteName>(client: Client, name: Name, input: RouteInput<Name> | null) =>
  queryOptions<RouteOutput<Name>>({
    queryKey: [name, input],
    queryFn: input === null ? skipToken : () => settle(client.call(name, input)),
  });

type PagedAnswer<Item> = { items: Item[]; nextCursor: string | null };

/** Reads a paged route page by page, following its cursors. `filter` is what `read` asks for besides: each has pages of its own. */
export function usePagedCall<Item>(
  name: 'sessions.list' | 'parts.list' | 'parts.evidence' | 'notes.list' | 'actions.list' | 'memory.log',
  read: (client: Client, request: { cursor?: string }) => Promise<Result<PagedAnswer<Item>>>,
  filter: object = {},
) {
  const client = useClient();
  return useInfiniteQuery<PagedAnswer<Item>, Error, InfiniteData<PagedAnswer<Item>>, QueryKey, string | undefined>({
    queryKey: [name, 'pages', filter],
    queryFn: ({ pageParam }) => settle(read(client, pageParam === undefined ? {} : { cursor: pageParam })),
    // What was listed stays until the newly chosen list is there.
    placeholderData: keepPreviousData,
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

type Entity = Extract<CoreEvent, { type: 'data.changed' }>['entities'][number];

/** Which routes read which entity. Messages are not in the cache: an open conversation keeps its own window of them. */
const readers: Record<Entity, readonly RouteName[]> = {
  session: ['sessions.list', 'sessions.get', 'sessions.active', 'providers.destination'],
  message: ['sessions.list', 'sessions.get', 'sessions.active', 'messages.find'],
  part: [
    'parts.list',
    'parts.get',
    'parts.steps',
    'parts.evidence',
    'parts.confidence',
    'parts.previewMerge',
    'parts.previewSplit',
    'map.get',
    'providers.destination',
  ],
  relationship: ['relationships.list', 'parts.previewMerge', 'map.get'],
  assessment: ['assessments.list', 'parts.confidence'],
  proposal: ['proposals.list'],
  note: ['notes.list', 'notes.get'],
  safety: ['safety.state', 'safety.plan', 'safety.contacts'],
  settings: ['settings.get', 'providers.get', 'providers.destination'],
  action: ['actions.list', 'actions.get'],
  memory: ['memory.get', 'memory.log', 'memory.diff', 'memory.why', 'memory.rules'],
  job: ['jobs.list'],
  // Not the preview: while it goes, what was shown before is what goes, and it can't be counted any more.
  forgetting: ['forgetting.list'],
};

/** Marks everything that reads one of these entities as out of date. */
export function invalidateEntities(queryClient: QueryClient, entities: readonly Entity[]): void {
  const stale = new Set<unknown>(entities.flatMap((entity) => readers[entity]));
  // What nobody looks at may hold what was just forgotten.
  if (entities.includes('forgetting')) queryClient.removeQueries({ type: 'inactive' });
  void queryClient.invalidateQueries({ predicate: (query) => stale.has(query.queryKey[0]) });
}
