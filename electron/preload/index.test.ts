import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../shared/contracts/index.ts';
import { exposed, invoked, ipcRenderer } from '../main/testing/fake-electron.ts';

vi.mock('electron', () => import('../main/testing/fake-electron.ts'));

const isBridge = (value: unknown): value is Bridge =>
  typeof value === 'object' && value !== null && 'call' in value && 'subscribe' in value;

let bridge: Bridge;
beforeAll(async () => {
  await import('./index.ts');
  const found = exposed.get('trailhead');
  if (!isBridge(found)) throw new Error('Nothing was exposed.');
  bridge = found;
});

describe('what a page sees of Electron', () => {
  it('is call and subscribe, and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['trailhead']);
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'subscribe']);
  });

  it('sends a call as text over the one channel', async () => {
    expect(await bridge.call('parts.list', { limit: 1 })).toEqual({ ok: true, value: null });
    expect(invoked).toEqual([{ channel: 'trailhead:call', message: '{"route":"parts.list","input":{"limit":1}}' }]);
  });

  it('hears what the core tells, without Electron’s own event, until it stops listening', () => {
    const heard: unknown[][] = [];
    const stop = bridge.subscribe((...args) => heard.push(args));
    const event = { type: 'lock.changed', lock: { state: 'locked' } };
    ipcRenderer.emit('trailhead:event', { sender: 'secret' }, event);
    stop();
    ipcRenderer.emit('trailhead:event', {}, event);
    expect(heard).toEqual([[event]]);
  });
});
