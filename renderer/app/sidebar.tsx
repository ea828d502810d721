import { BookHeart, EyeOff, LifeBuoy, LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { joinClasses } from '../components/join-classes.ts';
import { TrailMark } from '../components/page.tsx';
import { Tooltip } from '../components/tooltip.tsx';
import { navigation, type NavigationEntry } from './navigation.ts';
import { places } from './places.ts';
import { shortcutWords } from './shortcuts.ts';
import { useVeil } from './veil.tsx';

const entryClasses =
  'flex min-h-10 items-center gap-3 rounded-md px-3 text-sm short:min-h-9 font-medium text-muted transition-colors hover:bg-hover hover:text-ink max-md:justify-center max-md:px-0';
const wordClasses = 'max-md:sr-only';

/** What has to be near in a hard moment, apart from the other pages. */
const helpEntries: readonly NavigationEntry[] = [
  { label: 'My plan', place: places.safetyPlan, picture: BookHeart },
  { label: 'Help now', place: places.help, picture: LifeBuoy },
];

/** The way between pages. Below 768 pixels only its pictures stay. */
export function Sidebar({ onLock }: { onLock: () => void }) {
  const [location] = useLocation();
  const veil = useVeil();
  return (
    <aside
      aria-label="Trailhead"
      className="not-printed flex w-52 shrink-0 flex-col overflow-y-auto border-r border-line bg-sunken p-3 max-md:w-16"
    >
      <p className="flex items-center gap-2 px-3 pt-1 pb-4 text-sm short:hidden font-semibold text-pine max-md:justify-center max-md:px-0">
        <TrailMark />
        <span className={wordClasses}>Trailhead</span>
      </p>
      <nav aria-label="Pages" className="flex flex-col gap-1 short:gap-0">
        {navigation.map(({ label, place, picture: Picture }) => {
          const here = location === place || location.startsWith(`${place}/`);
          return (
            <NarrowHint key={place} words={label}>
              <Link
                href={place}
                aria-current={here ? 'page' : undefined}
                className={joinClasses(entryClasses, here && 'bg-pine-soft text-pine hover:bg-pine-soft hover:text-pine')}
              >
                <Picture aria-hidden className="size-4.5 shrink-0" />
                <span className={wordClasses}>{label}</span>
              </Link>
            </NarrowHint>
          );
        })}
      </nav>
      <div className="mt-auto flex flex-col gap-1 pt-4 short:gap-0 short:pt-1">
        {helpEntries.map(({ label, place, picture: Picture }) => (
          <NarrowHint key={place} words={label}>
            <Link
              href={place}
              aria-current={location === place ? 'page' : undefined}
              className={joinClasses(entryClasses, location === place && 'bg-pine-soft text-pine hover:bg-pine-soft hover:text-pine')}
            >
              <Picture aria-hidden className="size-4.5 shrink-0" />
              <span className={wordClasses}>{label}</span>
            </Link>
          </NarrowHint>
        ))}
        <Tooltip side="right" words={`Blur everything at once: ${shortcutWords('h', true)}`}>
          <button type="button" onClick={veil.draw} className={entryClasses}>
            <EyeOff aria-hidden className="size-4.5 shrink-0" />
            <span className={wordClasses}>Veil</span>
          </button>
        </Tooltip>
        <Tooltip side="right" words={`Close this profile: ${shortcutWords('l')}`}>
          <button type="button" onClick={onLock} className={entryClasses}>
            <LockKeyhole aria-hidden className="size-4.5 shrink-0" />
            <span className={wordClasses}>Lock</span>
          </button>
        </Tooltip>
      </div>
    </aside>
  );
}

/** Shows an entry's word beside its picture when the sidebar is narrow. */
function NarrowHint({ words, children }: { words: string; children: ReactNode }) {
  const narrow = matchMedia('(width < 48rem)').matches;
  return narrow ? (
    <Tooltip side="right" words={words}>
      {children}
    </Tooltip>
  ) : (
    children
  );
}
