import type { App } from 'electron';

/** Chromium's own errands: each would reach out to the network without anybody having asked. */
const switches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-features', 'AutofillServerCommunication,MediaRouter,OptimizationHints,SpellcheckServiceEnabled,Translate'],
  ['no-pings'],
  ['no-proxy-server'],
  // No name has an address: what slips past everything else finds nobody.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];

export const applySwitches = (app: App): void => {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
};
