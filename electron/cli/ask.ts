import type { z } from 'zod';
import { type RouteInput, type RouteName, type RouteOutput, contract } from '../../shared/contracts/index.ts';
import type { Core } from '../core/create-core.ts';
import { Failure } from './failure.ts';

/** The contract again, as a mapped type: so the compiler knows that a route's schema answers that route's output. */
const outputs: { [Name in RouteName]: { output: z.ZodType<RouteOutput<Name>> } } = contract;

/** Calls the core and answers the value; a refusal becomes the sentence the command ends with. */
export const ask = async <Name extends RouteName>(core: Core, name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>> => {
  const answer = await core.call(name, input);
  if (!answer.ok) throw new Failure(answer.error.message);
  return outputs[name].output.parse(answer.value);
};

type Page<Item> = { items: Item[]; nextCursor: string | null };

/** Every row of a list that comes in pages. */
export const everyPage = async <Item>(readPage: (cursor: { cursor?: string }) => Promise<Page<Item>>): Promise<Item[]> => {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await readPage(next === null ? {} : { cursor: next });
    items.push(...page.items);
    next = page.nextCursor;
  } while (next !== null);
  return items;
};
