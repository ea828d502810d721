import { describe, expect, it } from 'vitest';
import { foundIn, memoryOf } from '../../../../tests/support/sample-material.ts';
import { composeSummary } from './summary.ts';

describe('the summary', () => {
  it('keeps a theme that the person put in their own words, in these words, beside those that have a name', () => {
    const document = memoryOf([
      ...foundIn('themes', ['My boss sat in the office. The meeting took all day.']),
      ...foundIn('themes', ['I couldn’t sleep, up at 3am.']),
    ]);
    expect(composeSummary(document)).toBe('You have written most about sleep and work.');
    const edited = {
      ...document,
      themes: document.themes.map((theme) =>
        theme.text.includes('work') ? { ...theme, text: 'My job eats me up', by: 'person' as const } : theme,
      ),
    };
    expect(composeSummary(edited)).toBe('You have written most about sleep. My job eats me up.');
  });
});
