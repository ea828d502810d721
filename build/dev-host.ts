import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ViteDevServer, createServer } from 'vite';
import { z } from 'zod';
import { contentSecurityPolicy, securityHeaders } from '../electron/hosts/security-headers.ts';
import { refuseForeign } from '../electron/loopback/request-guard.ts';
import { serve } from '../electron/loopback/serve.ts';
import { projectRoot } from './node-version.mjs';

const DevOptions = z.object({ dataDir: z.string().optional(), noOpen: z.boolean(), port: z.number(), session: z.string() });
const { dataDir, noOpen, port, session } = DevOptions.parse(JSON.parse(process.env['TRAILHEAD_DEV'] ?? '{}'));
let vite: ViteDevServer | undefined;

/** Answers with the screen's sources, transformed as they are asked for, under the policy the built screen has. */
const middleware = async (request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> => {
  for (const [name, value] of Object.entries(securityHeaders(contentSecurityPolicy(nonce)))) response.setHeader(name, value);
  if (vite === undefined) return void response.writeHead(503).end();
  if (request.url !== '/') return vite.middlewares(request, response, () => void response.writeHead(404).end());
  const page = await readFile(`${projectRoot}/renderer/index.html`, 'utf8');
  const transformed = await vite.transformIndexHtml('/', page);
  response.setHeader('Content-Type', 'text/html; charset=utf-8').end(transformed.replaceAll('__CSP_NONCE__', nonce));
};

process.exitCode = await serve({
  noOpen,
  port,
  session,
  middleware,
  verifyOutputs: true,
  ...(dataDir === undefined ? {} : { dataDir }),
  onListening: async ({ server, origin }) => {
    const { host } = new URL(origin);
    server.on('upgrade', (request, socket) => void (refuseForeign(request, host) === undefined || socket.destroy()));
    vite = await createServer({
      configFile: `${projectRoot}/vite.config.ts`,
      // Bundling the configuration would leave a temporary file that counts as a change.
      configLoader: 'native',
      appType: 'custom',
      server: { middlewareMode: true, cors: false, ws: { server } },
    });
  },
});
await vite?.close();
process.exit();
