/**
 * Text as it is found and ordered by: letter case, accents and look-alike forms of the same letters make no difference, in any script
 * (Unicode NFKD without combining marks, then lower case). SQLite’s own `lower` and `like` know the letters A to Z alone.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .toLowerCase();

const ORDER_LENGTH = 200;

/** The beginning of it, as names are put in order by: short enough for a cursor. */
export const orderText = (text: string): string => plainText(text).slice(0, ORDER_LENGTH).toWellFormed();
