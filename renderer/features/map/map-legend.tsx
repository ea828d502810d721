import { Disclosure } from '../../components/disclosure.tsx';
import { legendEntries } from './picture/legend.ts';
import { MarkPicture } from './picture/mark-picture.tsx';
import { usePalette } from './use-palette.ts';

/** What the signs of the picture mean; folded away on the screen, always there on paper. */
export function MapLegend() {
  return (
    <>
      <div className="not-printed">
        <Disclosure summary="What the signs mean">
          <Entries />
        </Disclosure>
      </div>
      <div className="hidden print:block">
        <Entries />
      </div>
    </>
  );
}

function Entries() {
  const palette = usePalette();
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
