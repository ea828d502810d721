import type { z } from 'zod';
import type { Result } from '../errors.ts';
import { companionContract } from './companion.ts';
import type { CoreEvent } from './events.ts';
import { actionsContract } from './actions.ts';
import { assessmentsContract } from './assessments.ts';
import { forgettingContract } from './forgetting.ts';
import { jobsContract } from './jobs.ts';
import { mapContract } from './map.ts';
import { memoryContract } from './memory.ts';
import { notesContract } from './notes.ts';
import { relationshipsContract } from './relationships.ts';
import { partsContract } from './parts.ts';
import { privacyContract } from './privacy.ts';
import { profilesContract } from './profiles.ts';
import { proposalsContract } from './proposals.ts';
import { providersContract } from './providers.ts';
import { safetyContract } from './safety.ts';
import { sessionsContract } from './sessions.ts';
import { settingsContract } from './settings.ts';
import { transferContract } from './transfer.ts';

/** Every route there is. Router, preload and both clients are derived from this one object. */
export const contract = {
  ...profilesContract,
  ...sessionsContract,
  ...companionContract,
  ...proposalsContract,
  ...partsContract,
  ...relationshipsContract,
  ...mapContract,
  ...memoryContract,
  ...assessmentsContract,
  ...actionsContract,
  ...forgettingContract,
  ...notesContract,
  ...providersContract,
  ...privacyContract,
  ...settingsContract,
  ...safetyContract,
  ...jobsContract,
  ...transferContract,
};

export type Contract = typeof contract;
export type RouteName = keyof Contract;

/** What a caller may send: defaults may be left out. */
export type RouteInput<Name extends RouteName> = z.input<Contract[Name]['input']>;
/** What a handler receives after parsing. */
export type ParsedInput<Name extends RouteName> = z.output<Contract[Name]['input']>;
export type RouteOutput<Name extends RouteName> = z.output<Contract[Name]['output']>;

export const isRouteName = (name: unknown): name is RouteName => typeof name === 'string' && Object.hasOwn(contract, name);

/** The largest call a host takes, in bytes of JSON: one longest message, even when every character is escaped. */
export const CALL_BYTES_MAX = 8 * 1024 * 1024;

/** What every host offers a screen: preload's bridge, the loopback client and the command line are this and nothing more. */
export type Bridge = {
  call(route: string, input: unknown): Promise<Result<unknown>>;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
};
