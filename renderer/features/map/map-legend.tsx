import { useSyncExternalStore } from 'react';
import { Disclosure } from '../../components/disclosure.tsx';
import { legendEntries } from './picture/legend.ts';
import { MarkPicture } from './picture/mark-picture.tsx';
import { readPalette, type Palette } from './picture/colours.ts';
import { usePalette } from './use-palette.ts';

/** What the signs of the picture mean; folded away on the screen, always there on paper. */
export function MapLegend() {
  const printing = useSyncExternalStore(followPrinting, isPrinting);
  return (
    <>
      <div className="not-printed">
        <Disclosure summary="What the signs mean">
          <LegendHere />
        </Disclosure>
      </div>
      {printing && <Entries palette={readPalette('light')} />}
    </>
  );
}

let printed = false;
const isPrinting = () => printed;
function followPrinting(onChange: () => void) {
  const begin = () => {
    printed = true;
    onChange();
  };
  const end = () => {
    printed = false;
    onChange();
  };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

function LegendHere() {
  return <Entries palette={usePalette()} />;
}

function Entries({ palette }: { palette: Palette }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-4 gap-y-1">
      {legendEntries(palette).map(({ words, marks }) => (
        <li key={words} className="flex items-center gap-3 text-sm text-muted">
          <MarkPicture marks={marks} />
          {words}
        </li>
      ))}
    </ul>
  );
}
