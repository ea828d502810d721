import type { WebContents } from 'electron';
import type { Core } from '../core/create-core.ts';
import { EVENT_CHANNEL } from '../preload/channels.ts';

/** Tells the page what the core tells, and loads it anew when the profile is locked, so that nothing of it stays in the page's memory. */
export const followCore = (core: Core, currentContents: () => WebContents | undefined): void => {
  let isUnlocked = false;
  core.subscribe((event) => {
    const contents = currentContents();
    contents?.send(EVENT_CHANNEL, event);
    if (event.type !== 'lock.changed') return;
    if (isUnlocked && event.lock.state === 'locked') contents?.reloadIgnoringCache();
    isUnlocked = event.lock.state === 'unlocked';
  });
};

type PowerEvents = { on(event: 'lock-screen' | 'suspend', listener: () => void): unknown };

/** Locks when the person leaves: the screen was locked or the computer sleeps. */
export const lockOnLeaving = (powerMonitor: PowerEvents, lock: () => void): void => {
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
};
