import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { cruiseOptions, rules } from '../../build/layers.mjs';
import { temporaryFolder } from '../support/test-core.ts';

/** For each rule: a file that breaks it, and what that file imports. */
const planted: { [rule: string]: { file: string; imports: string[] } } = {
  'no-cycles': { file: 'shared/one.ts', imports: ['shared/two.ts'] },
  'shared-imports-only-zod': { file: 'shared/entity.ts', imports: ['electron/core/ports.ts'] },
  'renderer-knows-only-shared': { file: 'renderer/page.tsx', imports: ['electron/core/ports.ts'] },
  'renderer-has-no-node': { file: 'renderer/page.tsx', imports: ['node:fs'] },
  'preload-knows-only-shared': { file: 'electron/preload/index.ts', imports: ['electron/core/ports.ts'] },
  'core-knows-no-host': { file: 'electron/core/feature.ts', imports: ['electron/main/window.ts'] },
  'only-main-imports-electron': { file: 'electron/core/feature.ts', imports: ['electron'] },
  'loopback-stands-alone': { file: 'electron/main/index.ts', imports: ['electron/loopback/server.ts'] },
  'hosts-stand-beside-each-other': { file: 'electron/cli/run.ts', imports: ['electron/main/window.ts'] },
  'hosts-enter-by-the-front-door': { file: 'electron/loopback/serve.ts', imports: ['electron/core/db/connection.ts'] },
  'only-db-opens-the-driver': { file: 'electron/core/parts/part-service.ts', imports: ['better-sqlite3'] },
  'only-db-and-repositories-import-drizzle': { file: 'electron/core/parts/part-service.ts', imports: ['drizzle-orm'] },
  'db-stands-lowest': { file: 'electron/core/db/connection.ts', imports: ['electron/core/parts/part-service.ts'] },
  'actions-know-no-feature': { file: 'electron/core/actions/action-bus.ts', imports: ['electron/core/parts/part-service.ts'] },
  'language-knows-no-feature': { file: 'electron/core/language/word-senses.ts', imports: ['electron/core/parts/part-service.ts'] },
  'features-know-no-companion': { file: 'electron/core/parts/part-service.ts', imports: ['electron/core/companion/guide.ts'] },
  'vault-knows-no-feature': { file: 'electron/core/vault/vault.ts', imports: ['electron/core/parts/part-service.ts'] },
  'only-the-root-routes': { file: 'electron/core/companion/guide.ts', imports: ['electron/core/router/router.ts'] },
  'only-providers-reach-a-model': { file: 'electron/core/companion/guide.ts', imports: ['@anthropic-ai/sdk'] },
};

const Outcome = z.object({
  summary: z.object({ totalCruised: z.number(), violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
});

/** Writes a small house with one planted import and names the rules it breaks. */
async function broken({ file, imports }: { file: string; imports: string[] }): Promise<string[]> {
  const house = temporaryFolder();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  for (const imported of imports.filter((name) => name.includes('.ts'))) write(imported, 'export const something = 1;\n');
  if (imports.includes('shared/two.ts')) write('shared/two.ts', `import './one.ts';\n`);
  const up = '../'.repeat(file.split('/').length - 1);
  write(file, imports.map((name) => `import '${name.includes('.ts') ? `${up}${name}` : name}';\n`).join(''));
  for (const folder of ['electron', 'renderer', 'shared']) mkdirSync(join(house, folder), { recursive: true });
  const { output } = await cruise(['electron', 'renderer', 'shared'], { ...cruiseOptions, baseDir: house });
  const { summary } = Outcome.parse(output);
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ rule }) => rule.name);
}

describe('the layer check', () => {
  it('has a planted violation for every rule', () => {
    expect(Object.keys(planted).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  });

  it.each(Object.entries(planted))('sees when %s is broken', async (rule, plant) => {
    expect(await broken(plant)).toContain(rule);
  });

  it('leaves an allowed import alone', async () => {
    expect(await broken({ file: 'electron/core/parts/part-service.ts', imports: ['electron/core/actions/action-bus.ts'] })).toEqual([]);
  });
});
