import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';

/** Splits what stands behind `#` into path and query: `#/sessions/1?message=2` is `/sessions/1` and `message=2`. */
export function parseHash(hash: string): { path: string; search: string } {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  return { path: `/${path}`, search };
}

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};
const currentPath = () => parseHash(location.hash).path;
const currentSearch = () => parseHash(location.hash).search;

/** Goes to a place of the application. */
export function goTo(place: string, options: { replace?: boolean } = {}): void {
  const oldURL = location.href;
  history[options.replace ? 'replaceState' : 'pushState'](null, '', `#${place}`);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }));
}

const useHashPath = (): [string, typeof goTo] => [useSyncExternalStore(subscribe, currentPath), goTo];
const useHashSearch = () => useSyncExternalStore(subscribe, currentSearch);

/** Wouter's location inside the hash. Its own hash hook would put the query into the page's address, where a reload sends it to the host. */
export const hashLocation: BaseLocationHook = Object.assign(useHashPath, {
  searchHook: useHashSearch,
  hrefs: (place: string) => `#${place}`,
});
