import type { IncomingMessage, ServerResponse } from 'node:http';
import { CALL_BYTES_MAX } from '../../shared/contracts/index.ts';
import type { Core } from '../core/create-core.ts';
import type { Ids } from '../core/ports.ts';
import { malformedMessage, readCallRequest, refusedCall, tooLargeMessage } from '../hosts/call-request.ts';
import { readBody } from './read-body.ts';
import { respondJson } from './respond.ts';

/** `POST /call`: one call of the core, envelope out. */
export const answerCall = async (request: IncomingMessage, response: ServerResponse, core: Core, ids: Ids): Promise<void> => {
  // A form of another page can't send JSON without asking first, and nobody here answers that question.
  const isJson = /^application\/json(;|$)/i.test(request.headers['content-type'] ?? '');
  const body = await readBody(request, CALL_BYTES_MAX);
  if (body.kind === 'gone') return;
  if (body.kind === 'too-large') return respondJson(response, 413, refusedCall('TOO_LARGE', tooLargeMessage, ids.next()));
  const text = isJson ? decode(body.bytes) : undefined;
  const call = text === undefined ? undefined : readCallRequest(text);
  if (call === undefined) return respondJson(response, 400, refusedCall('INVALID_INPUT', malformedMessage, ids.next()));
  respondJson(response, 200, await core.call(call.route, call.input));
};

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Buffer): string | undefined => {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
};
