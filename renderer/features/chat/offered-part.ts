const nameKey = (name: string): string => name.normalize('NFKC').trim().toLocaleLowerCase('en');

/** The part the person has already that an offer is about: yes to it adds words to that part and makes none. */
export const partOffered = <Part extends { name: string }>(name: string, parts: readonly Part[]): Part | null =>
  parts.find((part) => nameKey(part.name) === nameKey(name)) ?? null;

/** What an offer asks: whether this is the part they know, or whether it is one at all. */
export const offerQuestion = (known: { name: string } | null): string =>
  known ? `Is this ${known.name}?` : 'Might a part of you be speaking here?';
