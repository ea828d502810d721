import type { ServerResponse } from 'node:http';
import { closedPolicy, securityHeaders } from '../hosts/security-headers.ts';

type Answer = { status: number; mediaType?: string; body?: string | Buffer; policy?: string; headers?: Record<string, string> };

/** Sends one whole answer with the headers every answer has. */
export const respond = (response: ServerResponse, { status, mediaType, body = '', policy = closedPolicy, headers = {} }: Answer): void => {
  response.writeHead(status, {
    ...securityHeaders(policy),
    ...(mediaType === undefined ? {} : { 'Content-Type': mediaType }),
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
};

export const respondText = (response: ServerResponse, status: number, sentence: string): void =>
  respond(response, { status, mediaType: 'text/plain; charset=utf-8', body: `${sentence}\n` });

export const respondJson = (response: ServerResponse, status: number, value: unknown): void =>
  respond(response, { status, mediaType: 'application/json; charset=utf-8', body: JSON.stringify(value) });
