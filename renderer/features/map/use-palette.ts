import { useEffect, useState } from 'react';
import { readPalette, type Palette } from './picture/colours.ts';

/** Calls back whenever the colours of the interface may have changed: the theme, or the system's day and night. Returns what ends it. */
export function followColours(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', onChange);
  };
}

/** The colours as they are on this page now. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => readPalette('here'));
  useEffect(() => followColours(() => setPalette(readPalette('here'))), []);
  return palette;
}
