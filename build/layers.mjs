/**
 * The rules of the house (docs/architecture.md), as dependency-cruiser reads them.
 * `build/check-layers.mjs` applies them; `tests/layers/` plants a violation of each and sees it caught.
 */
const features =
  'sessions|parts|relationships|assessments|proposals|notes|providers|privacy|forgetting|activity|map|memory|settings|transfer|safety';

/** Tests may look behind any door. */
const notTests = '\\.test\\.tsx?$|/testing/|/testing\\.ts$|/test-support\\.ts$';

const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: [notTests, ...(from.pathNot ? [from.pathNot] : [])], ...(from.path && { path: from.path }) },
  to,
});
const npm = (name) => ({ path: `(^|/)node_modules/${name}(/|$)|^${name}$` });

export const rules = [
  { name: 'no-cycles', comment: 'A circle has no first file to read.', severity: 'error', from: {}, to: { circular: true } },
  forbid(
    'shared-imports-only-zod',
    'Both sides build on it, so it may build on nothing.',
    { path: '^shared/' },
    { pathNot: '^shared/|(^|/)zod(/|$)' },
  ),
  forbid(
    'renderer-knows-only-shared',
    'The screen reaches the rest through the contracts alone.',
    { path: '^renderer/' },
    { path: '^(electron|build|tests|migrations)/' },
  ),
  forbid('renderer-has-no-node', 'The screen runs in a sandbox.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
  forbid(
    'preload-knows-only-shared',
    'What the sandboxed page can reach stays small enough to read.',
    { path: '^electron/preload/' },
    { pathNot: '^(electron/preload|shared)/|(^|/)node_modules/electron/|^electron$|(^|/)zod(/|$)' },
  ),
  forbid(
    'core-knows-no-host',
    'One core, several thin hosts.',
    { path: '^electron/core/' },
    { path: '^electron/(?!core/)|^(renderer|build|tests)/|^node:https?$|^https?$' },
  ),
  forbid(
    'only-main-imports-electron',
    'Everything else runs without a screen.',
    { path: '^(electron/(?!main/|preload/)|shared/|renderer/)' },
    npm('electron'),
  ),
  forbid(
    'loopback-stands-alone',
    'It is not packaged.',
    { path: '^electron/(core|main|preload|cli|hosts)/' },
    { path: '^electron/loopback/' },
  ),
  forbid(
    'hosts-stand-beside-each-other',
    'A host is not built on another one.',
    { path: '^electron/(loopback|cli|hosts)/' },
    { path: '^electron/main/' },
  ),
  forbid(
    'hosts-enter-by-the-front-door',
    'Routes are the only way to the features.',
    { path: '^electron/(main|loopback|hosts)/' },
    {
      path: `^electron/core/(router|actions|db|companion|scheduler|language|${features})/`,
    },
  ),
  forbid(
    'only-db-opens-the-driver',
    'One open function, so that no connection lacks its guards.',
    { path: '^electron/', pathNot: '^electron/core/(db/|vault/in-use\\.ts$)' },
    {
      path: '(^|/)node_modules/better-sqlite3(-multiple-ciphers)?(/|$)|^better-sqlite3$',
    },
  ),
  forbid(
    'only-db-and-repositories-import-drizzle',
    'Queries live where their owner is checked.',
    { path: '^electron/', pathNot: '^electron/core/db/|-repository\\.ts$' },
    npm('drizzle-orm'),
  ),
  forbid(
    'db-stands-lowest',
    'It knows tables, not what they are for.',
    { path: '^electron/core/db/' },
    { path: `^electron/core/(actions|router|companion|scheduler|vault|${features})/` },
  ),
  forbid(
    'actions-know-no-feature',
    'They know only what a definition looks like.',
    { path: '^electron/core/actions/' },
    { path: `^electron/core/(router|companion|scheduler|vault|${features})/` },
  ),
  forbid(
    'language-knows-no-feature',
    'It knows words, not what they are read for.',
    { path: '^electron/core/language/' },
    { path: '^electron/core/(?!language/)' },
  ),
  forbid(
    'features-know-no-companion',
    'Companion and scheduler use the features, not the other way round.',
    { path: `^electron/core/(${features})/` },
    { path: '^electron/core/(companion|scheduler|router|vault)/' },
  ),
  forbid(
    'vault-knows-no-feature',
    'It guards a key and opens what it is given.',
    { path: '^electron/core/vault/' },
    { path: `^electron/core/(actions|companion|scheduler|router|db|${features})/` },
  ),
  forbid(
    'only-the-root-routes',
    'Handlers are connected in one place.',
    { path: '^electron/core/(?!router/|create-core\\.ts$)' },
    { path: '^electron/core/router/' },
  ),
  forbid(
    'only-providers-reach-a-model',
    'Words leave this computer in one place only.',
    { path: '^(electron|shared|renderer)/', pathNot: '^electron/core/companion/providers/' },
    npm('@anthropic-ai/sdk'),
  ),
];

export const cruiseOptions = {
  validate: true,
  ruleSet: { forbidden: rules },
  // Without this it reads no file of TypeScript 7 and finds nothing wrong.
  parser: 'swc',
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(out|dist)/' },
  enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
};
