import { BrowserWindow, Menu, type Session, nativeTheme, screen } from 'electron';
import { APP_PAGE } from './address.ts';
import { contextMenuTemplate } from './menu.ts';
import { reviveCrashedPage } from './revive-page.ts';
import { SMALLEST_WINDOW, fitToDisplays, readWindowState, writeWindowState } from './window-state.ts';

/** The page's own paper colours, so that the window does not flash before its first paint. */
const paper = { light: '#faf7f2', dark: '#211e1b' };

export type MainWindowOptions = {
  session: Session;
  preload: string;
  stateFile: string;
  icon: string;
  allowDevTools: boolean;
  now: () => number;
};

/** Opens the one window there is. */
export const openMainWindow = ({ session, preload, stateFile, icon, allowDevTools, now }: MainWindowOptions): BrowserWindow => {
  const { isMaximized, x, y, width, height } = fitToDisplays(
    readWindowState(stateFile),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    width,
    height,
    ...(x === undefined || y === undefined ? {} : { x, y }),
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    title: 'Trailhead',
    icon,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: allowDevTools,
    },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // Whatever a page calls itself: no name of a person or a part stands in a window's title.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => writeWindowState(stateFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
  window.webContents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    const template = contextMenuTemplate({ editFlags, isEditable, hasSelection: selectionText !== '' });
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
  reviveCrashedPage(window, now);
  void window.loadURL(APP_PAGE);
  return window;
};
