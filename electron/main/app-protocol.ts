import { randomBytes } from 'node:crypto';
import type { CustomScheme, Session } from 'electron';
import type { ReadAsset } from '../hosts/renderer-assets.ts';
import { closedPolicy, contentSecurityPolicy, securityHeaders } from '../hosts/security-headers.ts';
import { APP_SCHEME, isOwnAddress } from './address.ts';

/** What pages of `app://` may do: be an origin of their own that counts as secure, and nothing beyond. Known before the application is ready. */
export const appScheme: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
    stream: false,
    codeCache: false,
  },
};

/** Serves the built screen under `app://trailhead/`, read-only, with a fresh nonce at every load. */
export const serveApp = (session: Session, readAsset: ReadAsset): void => {
  session.protocol.handle(APP_SCHEME, (request) => answerApp(request, readAsset));
};

export const answerApp = async (request: Request, readAsset: ReadAsset): Promise<Response> => {
  if (request.method !== 'GET' || !isOwnAddress(request.url)) return refusal(403);
  const nonce = randomBytes(16).toString('base64url');
  const asset = await readAsset(new URL(request.url).pathname, nonce);
  if (asset === undefined) return refusal(404);
  const headers = securityHeaders(asset.isPage ? contentSecurityPolicy(nonce) : closedPolicy);
  const body = typeof asset.body === 'string' ? asset.body : new Uint8Array(asset.body);
  return new Response(body, { headers: { ...headers, 'Content-Type': asset.mediaType } });
};

const refusal = (status: number): Response => new Response(null, { status, headers: securityHeaders(closedPolicy) });
