import { join } from 'node:path';
import { type BrowserWindow, Menu, app, dialog, ipcMain, powerMonitor, protocol, session } from 'electron';
import { CountryCode } from '../../shared/entities/helpline.ts';
import { createCore } from '../core/create-core.ts';
import { systemClock, systemIds } from '../core/node-ports.ts';
import { type InstalledFiles, READING_PACE_MS, createNodePorts } from '../hosts/create-node-ports.ts';
import { defaultDataDir, prepareDataDir } from '../hosts/data-folder.ts';
import { rendererAssets } from '../hosts/renderer-assets.ts';
import { appScheme, serveApp } from './app-protocol.ts';
import { followCore, lockOnLeaving } from './follow-core.ts';
import { hardenSession } from './harden-session.ts';
import { hardenAllWebContents } from './harden-web-contents.ts';
import { answerCalls } from './ipc.ts';
import { openMainWindow } from './main-window.ts';
import { applicationMenuTemplate } from './menu.ts';
import { createSaveFile } from './save-file.ts';
import { stopBeforeQuit } from './stop-before-quit.ts';
import { applySwitches } from './switches.ts';

export type ApplicationOptions = { dataDir: string | undefined; files: InstalledFiles; rendererDir: string; preload: string; icon: string };

/**
 * What must be settled before Electron is ready. Answers the data folder, or undefined when this process is to end.
 * The caller must not await readiness while its module is still being loaded: Electron waits for that module first.
 */
export const prepareApplication = async ({ dataDir }: ApplicationOptions): Promise<string | undefined> => {
  applySwitches(app);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([appScheme]);
  hardenAllWebContents(app);
  const folder = await prepareDataDir(dataDir ?? defaultDataDir());
  if (!folder.ok) {
    dialog.showErrorBox('Trailhead', folder.message);
    app.exit(1);
    return undefined;
  }
  // Chromium's own files stay apart from the profiles, and one window serves one data folder.
  app.setPath('userData', join(folder.value, 'electron'));
  if (app.requestSingleInstanceLock()) return folder.value;
  app.exit(0);
  return undefined;
};

/** Opens the window, once Electron is ready, and everything behind it. */
export const openApplication = async (dataDir: string, { files, rendererDir, preload, icon }: ApplicationOptions): Promise<void> => {
  let window: BrowserWindow | undefined;
  const currentWindow = (): BrowserWindow | undefined => (window?.isDestroyed() === false ? window : undefined);
  const allowDevTools = !app.isPackaged;

  const core = createCore(
    createNodePorts({
      host: 'electron',
      dataDir,
      files,
      country: () => CountryCode.safeParse(app.getLocaleCountryCode()).data ?? null,
      saveFile: createSaveFile(currentWindow),
      replyPaceMs: READING_PACE_MS,
      verifyOutputs: allowDevTools,
    }),
  );
  const lock = (): void => void core.call('profiles.lock', {});

  // Not persistent: cookies, caches and storage of the page are in memory alone.
  const ownSession = session.fromPartition('trailhead', { cache: false });
  await Promise.all([ownSession, session.defaultSession].map((each) => hardenSession(each, { allowDevTools })));
  serveApp(ownSession, rendererAssets(rendererDir));
  answerCalls(ipcMain, core, systemIds, (contents) => contents === currentWindow()?.webContents);
  followCore(core, () => currentWindow()?.webContents);
  lockOnLeaving(powerMonitor, lock);
  core.start();
  stopBeforeQuit(app, core.stop, (milliseconds) => systemClock.delay(milliseconds, new AbortController().signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => app.quit());

  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenuTemplate({ isMac, allowDevTools, lock })));
  const show = (): void => {
    const shown = currentWindow();
    if (shown === undefined) {
      const stateFile = join(app.getPath('userData'), 'window.json');
      window = openMainWindow({ session: ownSession, preload, stateFile, icon, allowDevTools, now: systemClock.now });
      return;
    }
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    // On macOS an application outlives its windows; a profile does not stay open behind nobody's eyes.
    if (isMac) lock();
    else app.quit();
  });
  show();
};
