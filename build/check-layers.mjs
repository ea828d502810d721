// `npm run check:layers`: holds the imports against the rules in layers.mjs.
import { cruise } from 'dependency-cruiser';
import { cruiseOptions } from './layers.mjs';

/** Fewer than this means that the files were not read, not that there is nothing to find. */
const MODULES_AT_LEAST = 150;

const { output } = await cruise(['electron', 'renderer', 'shared'], cruiseOptions);
const { totalCruised, violations } = output.summary;
for (const { rule, from, to, cycle } of violations) {
  const path = cycle?.map(({ name }) => name).join(' → ') ?? to;
  process.stderr.write(`${rule.name}: ${from} → ${path}\n`);
}
if (totalCruised < MODULES_AT_LEAST) {
  process.stderr.write(`Only ${totalCruised} modules were read: the layer check is blind.\n`);
  process.exitCode = 1;
} else if (violations.length > 0) process.exitCode = 1;
else process.stdout.write(`${totalCruised} modules keep the layers.\n`);
