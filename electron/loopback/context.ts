import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '../core/create-core.ts';
import type { Clock, Ids, Random } from '../core/ports.ts';
import type { ReadAsset } from '../hosts/renderer-assets.ts';
import type { Downloads } from './downloads.ts';
import type { SignIn } from './sign-in.ts';

export type LoopbackOptions = {
  core: Core;
  signIn: SignIn;
  downloads: Downloads;
  readAsset: ReadAsset;
  clock: Clock;
  ids: Ids;
  random: Random;
  /** 0 takes any free port. */
  port: number;
  /** Called when somebody opens the page without being signed in, so that a code can be shown where only the person sees it. */
  onSignInShown?: () => void;
  onSignedIn?: () => void;
  /** Development only: answers what neither a route nor a built file does, for people who are signed in. */
  middleware?: (request: IncomingMessage, response: ServerResponse, nonce: string) => Promise<void>;
};

/** What every route is handed: the host's parts and the name its cookie and address have. */
export type LoopbackContext = LoopbackOptions & { host: string; cookieName: string };
