import type { z } from 'zod';
import { type RouteInput, type RouteName, type RouteOutput, contract } from '../../shared/contracts/index.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import type { Core } from '../core/create-core.ts';
import { Failure } from './failure.ts';

/** The contract again, as a mapped type: so the compiler knows that a route's schema answers that route's output. */
const outputs: { [Name in RouteName]: { output: z.ZodType<RouteOutput<Name>> } } = contract;

/** Calls the core and answers the value, or why it was refused. */
export const tryToAsk = async <Name extends RouteName>(
  core: Core,
  name: Name,
  input: RouteInput<Name>,
): Promise<Result<RouteOutput<Name>>> => {
  const answer = await core.call(name, input);
  return answer.ok ? { ok: true, value: outputs[name].output.parse(answer.value) } : answer;
};

/** Calls the core and answers the value; a refusal becomes the sentence the command ends with. */
export const ask = async <Name extends RouteName>(core: Core, name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>> => {
  const answer = await tryToAsk(core, name, input);
  if (!answer.ok) throw refusal(answer.error);
  return answer.value;
};

/** What the core can't read at all is a command used wrongly. */
export const refusal = ({ code, message }: CallError): Failure => new Failure(message, code === 'INVALID_INPUT' ? 2 : 1);

const LONGEST_PAGE = 200;
type Place = { cursor?: string; limit: number };
type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Every row of a list that comes in pages, or as many as are wanted. */
export const everyPage = async <Item>(
  readPage: (place: Place) => Promise<Page<Item>>,
  wanted: number = Number.POSITIVE_INFINITY,
): Promise<Item[]> => {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const limit = Math.min(LONGEST_PAGE, wanted - items.length);
    const page: Page<Item> = await readPage(next === null ? { limit } : { cursor: next, limit });
    items.push(...page.items);
    next = page.nextCursor;
  } while (next !== null && items.length < wanted);
  return items;
};
