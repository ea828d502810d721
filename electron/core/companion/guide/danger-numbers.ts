import type { CountryHelplines } from '../../../../shared/entities/helpline.ts';
import type { Fill } from './telling.ts';

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Whom to call, for the places of a line: `{numbers}` is “999 or 112”, `{line}` is “Samaritans, 116 123, day and night”; where no country is known, what holds anywhere. */
export function numbersOf({ country, emergency, lines, official }: CountryHelplines): Fill {
  const found = lines.find(({ kind, phone }) => kind === 'crisis' && phone.length > 0);
  return {
    numbers: `${either.format(emergency)}${country === null ? ' (whichever holds where you are)' : ''}`,
    line: found
      ? [found.name, found.phone[0], ...(found.hours === null ? [] : [found.hours])].join(', ')
      : `${official}, which lists who listens where you are`,
  };
}

/** Whom one can write to instead of calling, for the place `{line}`: “Shout, with the word SHOUT to 85258”; null where nobody is known. */
export function readsMessages({ lines }: CountryHelplines): string | null {
  const found = lines.find(({ kind, text }) => kind === 'crisis' && text !== null);
  if (!found?.text) return null;
  const { number, word } = found.text;
  return `${found.name}, ${word === null ? `at ${number}` : `with the word ${word} to ${number}`}`;
}
