/** Control characters, C1 included, except line feed and tab: on a terminal they move the cursor, recolour, retitle or answer as the keyboard. */
const controlCharacters = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Marks that reorder the text around them. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text that a terminal only shows, whatever somebody named their part. */
export const inert = (text: string): string => text.replaceAll(controlCharacters, '\uFFFD').replaceAll(directionMarks, '');

/** The same for a place where a line must stay a line. */
export const inertLine = (text: string): string => inert(text.replaceAll(/[\n\t\u2028\u2029]+/g, ' '));

/** JSON leaves some control characters as they are; escaped, they mean the same and do nothing. */
export const inertJson = (json: string): string =>
  json.replaceAll(/[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
