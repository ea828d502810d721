import type { z } from 'zod';
import { type ParsedInput, type RouteName, contract, isRouteName } from '../../../shared/contracts/index.ts';
import type { CallError, Result } from '../../../shared/errors.ts';
import { Failure } from '../failure.ts';
import type { OpenProfile } from '../open-profile.ts';
import type { Ports } from '../ports.ts';
import type { AnyonesRoute, Handlers, PersonsRoute } from './handlers.ts';

/** Takes a call from a host to the feature that answers it, and turns whatever happens into a result envelope. */
export type Router = (route: string, input: unknown) => Promise<Result<unknown>>;

/** What the router knows of the rest: which profile is open, and which errors of the database a person can act on. */
export type RouterSources = { opened: () => OpenProfile | null; understand: (error: unknown) => unknown };

export function createRouter(ports: Ports, handlers: Handlers, { opened, understand }: RouterSources): Router {
  const answer = async (route: RouteName, input: unknown): Promise<unknown> => {
    if (isPersonsRoute(route)) {
      // Before the input is even looked at: a locked Trailhead tells nothing.
      const profile = opened();
      if (!profile) throw new Failure('LOCKED', 'Unlock your profile first.');
      return await answerPerson(handlers, route, input, profile);
    }
    return await answerAnyone(handlers, route, input);
  };

  return async (route, input) => {
    try {
      if (!isRouteName(route)) throw new Failure('UNKNOWN_ROUTE', 'This version of Trailhead doesn’t know that call.');
      const value = await answer(route, input);
      if (ports.verifyOutputs) contract[route].output.parse(value);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: describe(ports, isRouteName(route) ? route : 'unknown', understand(error)) };
    }
  };
}

const isPersonsRoute = (route: RouteName): route is PersonsRoute => contract[route].access === 'person';

const answerAnyone = async <Name extends AnyonesRoute>(handlers: Handlers, route: Name, input: unknown): Promise<unknown> =>
  await handlers.anyone[route](parse(route, input));

const answerPerson = async <Name extends PersonsRoute>(
  handlers: Handlers,
  route: Name,
  input: unknown,
  profile: OpenProfile,
): Promise<unknown> => await handlers.person[route](parse(route, input), profile);

function parse<Name extends RouteName>(route: Name, input: unknown): ParsedInput<Name> {
  const parsed = contract[route].input.safeParse(input);
  if (!parsed.success) throw new Failure('INVALID_INPUT', explain(parsed.error));
  // The compiler can't see that this schema belongs to this name; the contract says so.
  return parsed.data as ParsedInput<Name>;
}

/** The first thing that is wrong, where. The schemas' own sentences never repeat what was sent. */
function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'This call is not what was expected.';
  if (issue.code === 'unrecognized_keys') return `This call has fields that nothing here knows (${issue.keys.length}).`;
  const where = issue.path.join('.');
  return where === '' || /[.!?]$/u.test(issue.message) ? issue.message : `${where}: ${issue.message}`;
}

function describe(ports: Ports, route: string, error: unknown): CallError {
  const id = ports.ids.next();
  if (error instanceof Failure) {
    const { cause, code, conflict, message, retryAfterMs } = error;
    if (code === 'INTERNAL') ports.logger.failure({ code, id, route, detail: kindOf(cause ?? error) });
    return { code, message, id, ...(retryAfterMs !== undefined && { retryAfterMs }), ...(conflict && { conflict }) };
  }
  // Only what kind of error it was: its message could hold a row's content.
  ports.logger.failure({ code: 'INTERNAL', id, route, detail: kindOf(error) });
  return { code: 'INTERNAL', message: `Something went wrong inside Trailhead. Nothing was changed. (${id.slice(-8)})`, id };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}
