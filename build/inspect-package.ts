import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What may be in the archive, and nothing else. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/[\w.-]+\.js$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/.+\.(html|js|css|woff2|png|svg|txt)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js)$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
  /^node_modules\/@node-rs\/argon2[\w-]*\/(package\.json|LICENSE|[\w.-]+\.(js|node))$/,
];

/** What the application can't do without. */
const needed = ['package.json', 'out/main/index.js', 'out/main/maintenance-worker.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Looks into a package's resources and answers what is wrong with them, one sentence each. */
export const inspectPackage = (resources: string): string[] => {
  const archive = join(resources, 'app.asar');
  if (!existsSync(archive)) return [`There is no archive in ${resources}.`];
  const files = readArchive(archive);
  const paths = files.map(({ path }) => path);
  const drivers = paths.filter((path) => path.startsWith('node_modules/better-sqlite3/prebuilds/'));
  const migrations = join(resources, 'migrations');
  const hasMigrations = existsSync(migrations) && readdirSync(migrations).some((name) => name.endsWith('.sql'));
  return [
    ...paths.filter((path) => !allowed.some((pattern) => pattern.test(path))).map((path) => `${path} does not belong into the package.`),
    ...needed.filter((path) => !paths.includes(path)).map((path) => `${path} is missing.`),
    ...(drivers.length === 1 ? [] : [`There should be one database driver, and there are ${drivers.length}.`]),
    ...files
      .filter(({ path, text }) => path.endsWith('.node') && text !== undefined)
      .map(({ path }) => `${path} must lie outside the archive.`),
    ...files
      .filter(({ path, text }) => path.startsWith('out/main/') && text?.includes('electron/loopback/') === true)
      .map(({ path }) => `${path} holds the browser host, which is for development only.`),
    ...(hasMigrations ? [] : ['The migrations are missing.']),
  ];
};

/** `text` is undefined for a file that lies unpacked beside the archive. */
type ArchivedFile = { path: string; text: string | undefined };

type Entry = {
  files?: Record<string, Entry> | undefined;
  unpacked?: boolean | undefined;
  offset?: string | undefined;
  size?: number | undefined;
};
const Entry: z.ZodType<Entry> = z.object({
  get files() {
    return z.record(z.string(), Entry).optional();
  },
  unpacked: z.boolean().optional(),
  offset: z.string().optional(),
  size: z.number().optional(),
});

/** An archive begins with four 32-bit numbers, of which the last is the length of the JSON that follows; the files come after it. */
const readArchive = (path: string): ArchivedFile[] => {
  const bytes = readFileSync(path);
  const header = Entry.parse(JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))));
  const start = 8 + bytes.readUInt32LE(4);
  return [...entriesOf(header, '')].map(([name, { unpacked, offset, size = 0 }]) => {
    const begin = start + Number(offset ?? 0);
    return { path: name, text: unpacked === true ? undefined : bytes.toString('latin1', begin, begin + size) };
  });
};

function* entriesOf({ files = {} }: Entry, folder: string): Generator<[string, Entry]> {
  for (const [name, entry] of Object.entries(files)) {
    if (entry.files === undefined) yield [`${folder}${name}`, entry];
    else yield* entriesOf(entry, `${folder}${name}/`);
  }
}
