import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoopbackContext } from './context.ts';
import { readBody } from './read-body.ts';
import { respond, respondText } from './respond.ts';
import { signInPage, signInPolicy } from './sign-in-page.ts';

/** A token or a code is far shorter, in bytes. */
const SIGN_IN_BYTES_MAX = 1024;

const askForCode = 'This page needs the code that Trailhead shows in its terminal.';
const wrongKey = 'That code is wrong or too old. Please type the one that stands last in Trailhead’s terminal.';

export const isSignedIn = ({ signIn, cookieName }: LoopbackContext, request: IncomingMessage): boolean =>
  signIn.isSession(readCookie(request.headers.cookie, cookieName));

/** `POST /session`: a token from the launcher page or a code a person typed, once, for a cookie and the way to the application. */
export const answerSignIn = async (context: LoopbackContext, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const isForm = /^application\/x-www-form-urlencoded(;|$)/i.test(request.headers['content-type'] ?? '');
  const body = await readBody(request, SIGN_IN_BYTES_MAX);
  if (body.kind === 'gone') return;
  if (body.kind === 'too-large' || !isForm) return respondText(response, 400, 'This is not a sign-in.');
  if (!redeem(context, request, new URLSearchParams(body.bytes.toString('utf8')))) {
    // The page that follows needs a code to type: when none is valid any more, a new one is shown.
    context.onSignInShown?.();
    return sendPage(context, response, wrongKey, false);
  }
  const cookie = `${context.cookieName}=${context.signIn.beginSession()}; Path=/; HttpOnly; SameSite=Strict`;
  context.onSignedIn?.();
  respond(response, { status: 303, headers: { Location: '/', 'Set-Cookie': cookie } });
};

const redeem = ({ signIn, host }: LoopbackContext, request: IncomingMessage, form: URLSearchParams): boolean => {
  const token = form.get('token');
  if (token !== null) return signIn.redeemToken(token);
  const code = form.get('code');
  if (code === null) return false;
  // Only this host's own page may spend a code's few tries.
  const site = request.headers['sec-fetch-site'];
  const isOwnPage = site === 'same-origin' || (site === undefined && request.headers.origin === `http://${host}`);
  return isOwnPage && signIn.redeemCode(code);
};

/** What everyone gets who is not signed in, whatever they asked for. */
export const showSignIn = (context: LoopbackContext, request: IncomingMessage, response: ServerResponse): void => {
  const isPage = request.method === 'GET' && request.headers['sec-fetch-dest'] !== 'empty' && request.url === '/';
  if (!isPage) return respondText(response, 401, 'Please sign in first.');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'none' && site !== 'same-origin') return sendPage(context, response, askForCode, true);
  context.onSignInShown?.();
  sendPage(context, response, askForCode, false);
};

const sendPage = ({ random }: LoopbackContext, response: ServerResponse, message: string, lookAgain: boolean): void => {
  const nonce = random.bytes(16).toString('base64url');
  const body = signInPage({ message, lookAgain }, nonce);
  respond(response, { status: 401, mediaType: 'text/html; charset=utf-8', body, policy: signInPolicy(nonce) });
};

const readCookie = (header: string | undefined, name: string): string | undefined => {
  const prefix = `${name}=`;
  const found = header?.split(';').find((pair) => pair.trimStart().startsWith(prefix));
  return found?.trimStart().slice(prefix.length);
};
