import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useClient, useConnection } from '../client/context.tsx';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { ToastPlace, useToast } from '../components/toast.tsx';
import { SafetyStrip } from '../features/safety/safety-strip.tsx';
import { useTheme } from '../features/settings/use-theme.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Palette } from './palette.tsx';
import { Routes } from './routes.tsx';
import { useShortcut } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { useVeil } from './veil.tsx';

/** The pages of an open profile: the sidebar, one column of content, and the palette above them. */
export function Shell({ notice, onNoticeRead }: { notice: string | null; onNoticeRead: () => void }) {
  const client = useClient();
  const connection = useConnection();
  const [location] = useLocation();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const veil = useVeil();
  const main = useRef<HTMLElement>(null);
  const toast = useToast();
  const lock = () =>
    void client.call('profiles.lock', {}).then((result) => {
      if (!result.ok) toast({ words: result.error.message });
    });
  useTheme();
  useShortcut('l', lock);
  useShortcut('k', () => setPaletteOpen((open) => !open && !veil.drawn));

  // A new page begins at its top for the keyboard too; the chat takes the focus into its own field.
  const page = location.split('/')[1] ?? '';
  const previousPage = useRef(page);
  useEffect(() => {
    if (previousPage.current === page) return;
    previousPage.current = page;
    // Effects of the page itself run before this one.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [page]);

  return (
    <div className="flex h-full">
      <a
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
        className="sr-only z-50 rounded-md bg-pine px-4 py-2 text-on-pine focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <Sidebar onLock={lock} />
      <div className="flex h-full min-w-0 flex-1 flex-col">
        <main id="main" ref={main} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          <SafetyStrip />
          {/* Below the strip, so that no message ever lies over what can help. */}
          <ToastPlace />
          {connection === 'lost' && (
            <div className="p-2">
              <Notice tone="caution">
                Trailhead is not answering at the moment. What you wrote stays here while this page looks for it.
              </Notice>
            </div>
          )}
          {notice !== null && (
            <div className="p-2">
              <Notice tone="caution">
                <span className="flex flex-wrap items-center justify-between gap-2">
                  {notice}
                  <Button size="small" onClick={onNoticeRead}>
                    Understood
                  </Button>
                </span>
              </Notice>
            </div>
          )}
          <div className="min-h-0 flex-1">
            <ErrorBoundary key={page}>
              <Routes />
            </ErrorBoundary>
          </div>
        </main>
      </div>
      <Palette open={paletteOpen} onOpenChange={setPaletteOpen} onLock={lock} />
    </div>
  );
}
