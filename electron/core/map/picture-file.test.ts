import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unlockedCore } from '../../../tests/support/unlocked-core.ts';
import type { SaveFile } from '../ports.ts';
import { isPlainSvg, isWholePng, readPicture } from './picture-file.ts';

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

/** A PNG of one white pixel. */
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('0000000100000001080000000000', 'hex').subarray(0, 13)),
  chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
  chunk('IEND', Buffer.alloc(0)),
]);

describe('an SVG', () => {
  it('of shapes and words is one', () => {
    expect(isPlainSvg(svg(''))).toBe(true);
    expect(isPlainSvg(svg('<g opacity="0.4"><path d="M0 0"/><text x="1" y="2">R&amp;D &lt;3 “ok” 🗂️ שלום</text></g>'))).toBe(true);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a handler', svg('<path onload="alert(1)"/>')],
    ['a link', svg('<g href="https://example.com"></g>')],
    ['something from elsewhere', svg('<rect fill="url(https://example.com/x)"/>')],
    ['styles', svg('<style>@import "x"</style>')],
    ['foreign content', svg('<foreignObject></foreignObject>')],
    ['a namespace of its own', svg('<g xmlns="http://www.w3.org/1999/xhtml"></g>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
    ['a comment', svg('<!-- x -->')],
    ['an entity nobody defined', svg('<text>&nbsp;</text>')],
    ['a bare ampersand', svg('<text>&</text>')],
    ['a character XML does not know', svg('<text>\u0001</text>')],
    ['half a symbol', svg('<text>\uD83D</text>')],
    ['an element left open', svg('<g>')],
    ['elements crossed', svg('<g><text></g></text>')],
    ['something after its end', `${svg('')}<svg></svg>`],
    ['words after its end', `${svg('')}x`],
    ['another kind of document', '<html></html>'],
    ['nothing', ''],
  ])('with %s is refused', (_what, content) => {
    expect(isPlainSvg(content)).toBe(false);
    expect(() => readPicture({ format: 'svg', content })).toThrow();
  });
});

describe('a PNG', () => {
  it('that is whole is one', () => {
    expect(isWholePng(png)).toBe(true);
    expect(readPicture({ format: 'png', content: png.toString('base64') })).toMatchObject({ bytes: png, mediaType: 'image/png' });
  });

  it('that is cut off, changed, followed by something or not a PNG is refused', () => {
    for (let length = 0; length < png.length; length += 1) expect(isWholePng(png.subarray(0, length))).toBe(false);
    for (let at = 0; at < png.length; at += 1) {
      const changed = Buffer.from(png);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isWholePng(changed)).toBe(false);
    }
    expect(isWholePng(Buffer.concat([png, Buffer.from('<script>')]))).toBe(false);
    expect(() => readPicture({ format: 'png', content: Buffer.from(svg('')).toString('base64') })).toThrow();
  });
});

describe('a picture on its way out', () => {
  const saved: { suggestedName: string; mediaType: string; bytes: Buffer }[] = [];
  const saveFile: SaveFile = async ({ suggestedName, mediaType, content }) => {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(Buffer.from(piece));
    saved.push({ suggestedName, mediaType, bytes: Buffer.concat(pieces) });
    return { outcome: 'saved', fileName: suggestedName };
  };

  it('goes through the host’s own way to save files, byte by byte, under a name that tells nothing', async () => {
    const core = await unlockedCore({ saveFile });
    const content = svg('<text>The Planner</text>');
    expect(await core.ask('map.savePicture', { picture: { format: 'svg', content } })).toEqual({
      outcome: 'saved',
      fileName: 'trailhead-map-2026-03-02.svg',
    });
    await core.ask('map.savePicture', { picture: { format: 'png', content: png.toString('base64') } });
    expect(saved).toEqual([
      { suggestedName: 'trailhead-map-2026-03-02.svg', mediaType: 'image/svg+xml', bytes: Buffer.from(content) },
      { suggestedName: 'trailhead-map-2026-03-02.png', mediaType: 'image/png', bytes: png },
    ]);
  });

  it('is not handed over once the profile is locked', async () => {
    let waiting: AsyncIterable<string | Uint8Array> | undefined;
    const core = await unlockedCore({
      saveFile: async ({ content, suggestedName }) => {
        waiting = content;
        return { outcome: 'download', path: '/download/x', fileName: suggestedName };
      },
    });
    await core.ask('map.savePicture', { picture: { format: 'svg', content: svg('') } });
    await core.ask('profiles.lock', {});
    await expect(async () => {
      for await (const _piece of waiting ?? []);
    }).rejects.toThrow();
  });

  it('is refused when it is none, too long or of another kind', async () => {
    const core = await unlockedCore();
    expect((await core.refusal('map.savePicture', { picture: { format: 'svg', content: svg('<script/>') } })).code).toBe('CONFLICT');
    expect((await core.refusal('map.savePicture', { picture: { format: 'svg', content: 'x'.repeat(5_000_000) } })).code).toBe(
      'INVALID_INPUT',
    );
    expect((await core.refusal('map.savePicture', { picture: { format: 'png', content: 'not base64' } })).code).toBe('INVALID_INPUT');
    expect((await core.refusal('map.savePicture', { picture: { format: 'html', content: '' } })).code).toBe('INVALID_INPUT');
  });
});
