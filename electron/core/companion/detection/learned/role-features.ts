import type { Reading } from '../role.ts';
import type { Described } from './span-features.ts';

const OF_THE_WORDS = /^(?:[wbsran]|sv):|^(?:kin|name)/;
const OF_THE_PLACE = /^(?:subject|person:|first)/;
const OF_NEIGHBOURS = /^[wsr]:/;

/**
 * What a part's role is read from: its own words, what the rules make of them, and the words beside them,
 * in the same sentence and the next. `all` are the stretches of the message in order.
 */
export function roleFeatures(one: Described, all: readonly Described[], reading: Reading): string[] {
  const found = new Set<string>();
  for (const feature of one.words) if (OF_THE_WORDS.test(feature)) found.add(feature);
  for (const feature of one.place) if (OF_THE_PLACE.test(feature)) found.add(feature);
  found.add(`rule:${reading.role}`).add(`rule:${reading.role}${reading.clarity > 0.5 ? '+' : '-'}`);
  for (const kind of reading.kinds.filter(({ role }) => role === reading.role).slice(0, 3)) found.add(`kind:${kind.name}`);
  if (one.ruled !== undefined) found.add(`form:${one.ruled.mention.form}`);
  for (const other of all) {
    const isBeside = other.at === one.at ? other.end <= one.start || other.start >= one.end : other.at === one.at + 1;
    if (isBeside) for (const feature of other.words) if (OF_NEIGHBOURS.test(feature)) found.add(`c${feature}`);
  }
  return [...found];
}
