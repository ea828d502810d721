import { app, session } from 'electron';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hardenSession } from './harden-session.ts';
import { hardenAllWebContents } from './harden-web-contents.ts';
import * as fake from './testing/fake-electron.ts';

vi.mock('electron', () => import('./testing/fake-electron.ts'));

const origin = 'app://trailhead';
const ownSession = fake.session.fromPartition('trailhead');

beforeAll(async () => {
  hardenAllWebContents(app);
  await hardenSession(session.fromPartition('trailhead'), { allowDevTools: false });
});

describe('what a page may ask for', () => {
  const requested = (permission: string, requestingUrl: string): boolean | undefined => {
    let answer: boolean | undefined;
    ownSession.permissionRequest?.(null, permission, (allowed) => (answer = allowed), { requestingUrl });
    return answer;
  };

  it.each(['media', 'geolocation', 'notifications', 'midi', 'fullscreen', 'openExternal', 'clipboard-read', 'fileSystem', 'unknown'])(
    '%s is denied',
    (permission) => {
      expect(requested(permission, `${origin}/`)).toBe(false);
      expect(ownSession.permissionCheck?.(null, permission, origin)).toBe(false);
    },
  );

  it('copying text is allowed to the application’s own page alone', () => {
    expect(requested('clipboard-sanitized-write', `${origin}/`)).toBe(true);
    expect(ownSession.permissionCheck?.(null, 'clipboard-sanitized-write', `${origin}/`)).toBe(true);
    expect(requested('clipboard-sanitized-write', 'https://trailhead/')).toBe(false);
    expect(ownSession.permissionCheck?.(null, 'clipboard-sanitized-write', 'app://trailhead.example')).toBe(false);
  });

  it('devices and screens are not to be had', () => {
    expect(ownSession.devicePermission?.()).toBe(false);
    expect(ownSession.displayMedia).toBeNull();
  });

  it('downloads do not happen behind the person’s back', () => {
    const event = { preventDefault: vi.fn() };
    ownSession.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });
});

describe('the network', () => {
  const isCancelled = (url: string): boolean | undefined => {
    let cancelled: boolean | undefined;
    ownSession.beforeRequest?.({ url }, (decision) => (cancelled = decision.cancel));
    return cancelled;
  };

  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://trailhead.example/',
    'app://other/',
    'app://trailhead@evil.example/',
    'devtools://devtools/bundled/inspector.html',
    'data:text/html,x',
  ])('%s is not reached', (url) => {
    expect(isCancelled(url)).toBe(true);
  });

  it('the application’s own files are', () => {
    expect(isCancelled(`${origin}/assets/app.js`)).toBe(false);
  });

  it('no proxy and no dictionary server is asked', () => {
    expect(ownSession.proxy).toEqual({ mode: 'direct' });
    expect(ownSession.spellChecker).toBe(false);
  });

  it('developer tools load in development', async () => {
    const developed = fake.session.fromPartition('developed');
    await hardenSession(session.fromPartition('developed'), { allowDevTools: true });
    let cancelled: boolean | undefined;
    developed.beforeRequest?.({ url: 'devtools://devtools/bundled/inspector.html' }, (decision) => (cancelled = decision.cancel));
    expect(cancelled).toBe(false);
  });
});

describe('any page there will ever be', () => {
  const contents = new fake.FakeWebContents();
  beforeAll(() => void fake.app.emit('web-contents-created', {}, contents));

  const isPrevented = (event: string, details: Record<string, unknown>): boolean => {
    const preventDefault = vi.fn();
    contents.emit(event, { ...details, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };

  it.each(['https://example.com/', 'file:///etc/passwd', 'app://other/', 'app://trailhead/assets/app.js', 'javascript:alert(1)'])(
    'does not go to %s',
    (url) => {
      expect(isPrevented('will-navigate', { url })).toBe(true);
      expect(isPrevented('will-redirect', { url })).toBe(true);
      expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    },
  );

  it('may load its own document again, though not inside a frame', () => {
    expect(isPrevented('will-navigate', { url: `${origin}/#/parts` })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url: `${origin}/`, isMainFrame: true })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url: `${origin}/`, isMainFrame: false })).toBe(true);
  });

  it('opens no window and holds no webview', () => {
    expect(contents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(isPrevented('will-attach-webview', {})).toBe(true);
  });
});
