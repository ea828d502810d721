import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Clock, FileContent, Random, SaveFile } from '../core/ports.ts';
import { closedPolicy, securityHeaders } from '../hosts/security-headers.ts';

/** How long an export waits for the browser to fetch it, in milliseconds. */
const DOWNLOAD_LIFETIME_MS = 60_000;

type Download = { fileName: string; mediaType: string; content: FileContent; expiresAt: number };

export type Downloads = {
  /** The host's way to take a file out: it waits at an address that works once. */
  saveFile: SaveFile;
  /** `GET /download/ID`: false when there is no such file or it was fetched before. */
  send(id: string, response: ServerResponse): Promise<boolean>;
};

/** Exports on their way to the browser. Their content is read only while it is fetched, so nothing of it is kept here. */
export const createDownloads = ({ clock, random }: { clock: Clock; random: Random }): Downloads => {
  const waiting = new Map<string, Download>();
  const dropExpired = (): void => {
    for (const [id, { expiresAt }] of waiting) if (clock.now() >= expiresAt) waiting.delete(id);
  };
  return {
    saveFile: async ({ suggestedName, mediaType, content }) => {
      dropExpired();
      const id = random.bytes(32).toString('base64url');
      waiting.set(id, { fileName: suggestedName, mediaType, content, expiresAt: clock.now() + DOWNLOAD_LIFETIME_MS });
      return { outcome: 'download', path: `/download/${id}`, fileName: suggestedName };
    },
    send: async (id, response) => {
      dropExpired();
      const download = waiting.get(id);
      if (download === undefined) return false;
      waiting.delete(id);
      response.writeHead(200, {
        ...securityHeaders(closedPolicy),
        'Content-Type': download.mediaType,
        'Content-Disposition': attachment(download.fileName),
      });
      // A failure half-way ends the connection, so that the browser shows a failed download instead of half a file.
      await pipeline(download.content, response).catch(() => response.destroy());
      return true;
    },
  };
};

/** RFC 6266 with the extended notation of RFC 8187 for names beyond ASCII. */
const attachment = (fileName: string): string => {
  const plain = fileName.replaceAll(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
