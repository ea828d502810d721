import type { IncomingMessage } from 'node:http';

/** Why a request is turned away before anything else is looked at, or undefined when it may go on. */
export type Refusal = { status: 403 | 421; reason: string };

const refusal = (status: Refusal['status'], reason: string): Refusal => ({ status, reason });

/**
 * Lets through only what this host's own pages and a person's own navigation send.
 * A name that was made to point at 127.0.0.1 (DNS rebinding) shows in `Host`; a page of another origin, another port of this computer
 * included, shows in `Origin` and `Sec-Fetch-Site`.
 */
export const refuseForeign = (request: IncomingMessage, host: string): Refusal | undefined => {
  if (request.headers.host !== host) return refusal(421, 'This address is not served here.');
  const isSignIn = request.method === 'POST' && request.url === '/session';
  const origin = request.headers.origin;
  // The launcher page is a file, whose origin is written "null"; its single-use token is what is checked there.
  if (origin !== undefined && origin !== `http://${host}` && !(isSignIn && origin === 'null')) {
    return refusal(403, 'Requests from other pages are not answered.');
  }
  const changesSomething = request.method !== 'GET' && request.method !== 'HEAD';
  if (changesSomething && origin === undefined) return refusal(403, 'Requests without an origin are not answered.');
  return isForeignFetch(request, isSignIn) ? refusal(403, 'Requests from other pages are not answered.') : undefined;
};

const isForeignFetch = (request: IncomingMessage, isSignIn: boolean): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return false;
  const isNavigation = request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
  if (!isNavigation) return true;
  if (isSignIn) return false;
  // Typed into the address bar, or the redirect after signing in, which counts as the launcher's.
  return site !== 'none' && !(request.method === 'GET' && request.url === '/');
};
