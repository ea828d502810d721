import { describe, expect, it } from 'vitest';
import { CountryHelplines } from '../../../../shared/entities/helpline.ts';
import { findHelplines, helplinesFor } from './helplines-for.ts';
import { countryHelplines, generalHelplines } from './helplines.ts';

const all = [...countryHelplines, generalHelplines];

describe('the bundled helplines', () => {
  it('cover at least thirty-five countries, each once, and a general entry', () => {
    const codes = countryHelplines.map(({ country }) => country);
    expect(codes.length).toBeGreaterThanOrEqual(35);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).not.toContain(null);
    expect(generalHelplines.country).toBeNull();
  });

  it.each(all.map((entry) => [entry.country ?? 'general', entry] as const))(
    'of %s can be dialled, and say what they were compared with and when',
    (_, entry) => {
      expect(CountryHelplines.parse(entry)).toEqual(entry);
      expect(Date.parse(entry.checkedOn)).toBeLessThanOrEqual(Date.now());
    },
  );

  it.each(countryHelplines.map((entry) => [entry.country ?? '', entry] as const))('of %s can be reached by telephone', (_, { lines }) => {
    expect(lines.some(({ kind, phone }) => kind === 'crisis' && phone.length > 0)).toBe(true);
    for (const { name, phone, text } of lines) expect(phone.length > 0 || text !== null, name).toBe(true);
  });

  it.each(all.map((entry) => [entry.country ?? 'general', entry] as const))(
    'of %s rest on pages older than the day of comparing',
    (_, entry) => {
      const pages = [...entry.emergencyComparedWith, ...entry.lines.flatMap(({ comparedWith }) => comparedWith)];
      for (const { dated } of pages) expect((dated ?? '') <= entry.checkedOn, dated ?? '').toBe(true);
    },
  );

  it.each(countryHelplines.map((entry) => [entry.country ?? '', entry] as const))(
    'of %s rest on at least one page with an address',
    (_, entry) => {
      expect(entry.emergencyComparedWith.some(({ page }) => page !== null)).toBe(true);
      for (const { name, comparedWith } of entry.lines)
        expect(
          comparedWith.some(({ page }) => page !== null),
          name,
        ).toBe(true);
    },
  );

  it('name each line once in a country', () => {
    for (const { country, lines } of all) expect(new Set(lines.map(({ name }) => name)).size, country ?? '').toBe(lines.length);
  });

  it.each([
    ['188', 'crisis'],
    ['180', 'violence'],
  ])('of Brazil answer at %s for %s', (number, kind) => {
    expect(
      helplinesFor('BR', null)
        .lines.filter(({ phone }) => phone.includes(number))
        .map((line) => line.kind),
    ).toEqual([kind]);
  });

  it('bear codes of countries that exist', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const { country } of countryHelplines) expect(names.of(country ?? ''), country ?? '').toBeDefined();
  });
});

describe('looking helplines up', () => {
  it('takes the chosen country before that of the computer', () => {
    expect(findHelplines('IE', 'GB').found.country).toBe('IE');
    expect(findHelplines(null, 'GB').found.country).toBe('GB');
  });

  it('falls back to the general entry where nothing is known', () => {
    expect(helplinesFor('AQ', 'GB')).toBe(generalHelplines);
    expect(findHelplines(null, null).found).toBe(generalHelplines);
  });
});
