/** A part as it can be named in a text. */
export type Mentionable<Id extends string = string> = { id: Id; name: string };

/** The beginning of a name somebody is typing after an `@`: where the sign stands, and what follows it up to the cursor. */
export type MentionBegun = { at: number; typed: string };

/** More than this is no name any more. */
const TYPED_MAX = 40;

/** The name being typed at the cursor, or null. The sign has to begin a word, so that addresses of letters are left alone. */
export function mentionAt(text: string, cursor: number): MentionBegun | null {
  const before = text.slice(Math.max(0, cursor - TYPED_MAX - 1), cursor);
  const found = /(?:^|[\s(“"'])@([^@\n]*)$/u.exec(before);
  const typed = found?.[1];
  if (typed === undefined || /\s{2}|^\s/u.test(typed)) return null;
  return { at: cursor - typed.length - 1, typed };
}

const key = (name: string): string => name.normalize('NFKC').toLocaleLowerCase();

/** The parts whose name, or a word of it, begins as typed; names that begin so come first. */
export function mentionsFor<Part extends Mentionable>(parts: readonly Part[], typed: string, most: number): Part[] {
  const wanted = key(typed);
  const begins = parts.filter(({ name }) => key(name).startsWith(wanted));
  const within = parts.filter(({ name }) => !key(name).startsWith(wanted) && key(name).includes(` ${wanted}`));
  const found = [...begins, ...within];
  // A name that stands there whole, with more behind it, is finished.
  return found.slice(0, most);
}

/** The text with the name in place of what was typed, and where the cursor then stands. */
export function completeMention(text: string, cursor: number, begun: MentionBegun, name: string): { text: string; cursor: number } {
  const rest = text.slice(cursor);
  const inserted = `@${name}${/^\s/u.test(rest) ? '' : ' '}`;
  return { text: `${text.slice(0, begun.at)}${inserted}${rest}`, cursor: begun.at + inserted.length };
}
