import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Outcome, refused, succeeded, systemErrorCode } from '../hosts/outcome.ts';
import { contentSecurityPolicy } from '../hosts/security-headers.ts';
import { answerCall } from './call-route.ts';
import type { LoopbackContext, LoopbackOptions } from './context.ts';
import { streamEvents } from './event-stream.ts';
import { refuseForeign } from './request-guard.ts';
import { respond, respondText } from './respond.ts';
import { answerSignIn, isSignedIn, showSignIn } from './sign-in-route.ts';

/** The only network interface this host is on: the computer itself. */
const LOOPBACK_ADDRESS = '127.0.0.1';

export type LoopbackServer = {
  /** Where the application is: `http://127.0.0.1:PORT`. */
  origin: string;
  server: Server;
  /** Ends every connection. */
  close(): Promise<void>;
};

/** Serves the application to this computer's browsers, once they have signed in. */
export const startLoopbackServer = async (options: LoopbackOptions): Promise<Outcome<LoopbackServer>> => {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
  server.maxConnections = 128;
  const listening = await listen(server, options.port);
  if (!listening.ok) return listening;
  const { port } = listening.value;
  // As a browser writes it: without the port when it is the usual one.
  const { host, origin } = new URL(`http://${LOOPBACK_ADDRESS}:${port}`);
  const context: LoopbackContext = { ...options, host, cookieName: `trailhead-${port}` };
  server.on('request', (request, response) => {
    answer(context, request, response).catch(() => response.destroy());
  });
  return succeeded({ origin, server, close: () => close(server) });
};

const answer = async (context: LoopbackContext, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const refusal = refuseForeign(request, context.host);
  if (refusal !== undefined) return respondText(response, refusal.status, refusal.reason);
  const { pathname } = new URL(request.url ?? '/', `http://${context.host}`);
  const route = `${request.method} ${pathname}`;
  if (route === 'POST /session') return answerSignIn(context, request, response);
  if (!isSignedIn(context, request)) return showSignIn(context, request, response);
  if (route === 'POST /call') return answerCall(request, response, context.core, context.ids);
  if (route === 'GET /events') return streamEvents(response, context.core, context.clock);
  if (request.method !== 'GET') return respondText(response, 405, 'This address does not take such a request.');
  if (pathname.startsWith('/download/')) return answerDownload(context, pathname, response);
  return answerAsset(context, request, response);
};

const answerDownload = async ({ downloads }: LoopbackContext, pathname: string, response: ServerResponse): Promise<void> => {
  const isSent = await downloads.send(pathname.slice('/download/'.length), response);
  if (!isSent) respondText(response, 404, 'This file was fetched already or waited too long; please export again.');
};

const answerAsset = async (
  { readAsset, random, middleware }: LoopbackContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const nonce = random.bytes(16).toString('base64url');
  if (middleware !== undefined) return middleware(request, response, nonce);
  // The path as it was sent: parsing it as an address would already have resolved its dots.
  const [pathname = '/'] = (request.url ?? '/').split(/[?#]/, 1);
  const asset = await readAsset(pathname, nonce);
  if (asset === undefined) return respondText(response, 404, 'There is no such page.');
  const { mediaType, body, isPage } = asset;
  respond(response, { status: 200, mediaType, body, ...(isPage ? { policy: contentSecurityPolicy(nonce) } : {}) });
};

const listen = (server: Server, port: number): Promise<Outcome<AddressInfo>> =>
  new Promise((resolve) => {
    server.once('error', (error) => resolve(refused(explainListening(port, systemErrorCode(error)))));
    server.listen(port, LOOPBACK_ADDRESS, () => {
      const address = server.address();
      resolve(address === null || typeof address === 'string' ? refused(explainListening(port, undefined)) : succeeded(address));
    });
  });

const explainListening = (port: number, code: string | undefined): string => {
  if (code === 'EADDRINUSE') return `Port ${port} is already in use; choose another with --port, or leave it out to take any free one.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this account; choose one above 1023 with --port.`;
  return `Trailhead can’t listen on port ${port} of this computer; choose another with --port.`;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
