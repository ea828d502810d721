import type { Bridge } from '../../shared/contracts/index.ts';
import { notReached } from './envelope.ts';

declare global {
  interface Window {
    /** What the preload exposes in Electron; missing in a browser. */
    readonly trailhead?: Bridge;
  }
}

/** Speaks to the core through the preload's bridge. */
export function createIpcBridge(exposed: Bridge): Bridge {
  return {
    call: (route, input) => exposed.call(route, input).catch(notReached),
    subscribe: (listener) => exposed.subscribe(listener),
  };
}
