import { EventEmitter } from 'node:events';

/**
 * Stands in for the module `electron` in tests. It does nothing but remember what it was told, so that a test can ask the registered
 * hooks what they answer.
 */

type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (allowed: boolean) => void,
  details: { requestingUrl: string },
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;
type BeforeRequest = (details: { url: string }, decide: (decision: { cancel?: boolean }) => void) => void;

export class FakeSession extends EventEmitter {
  permissionRequest: PermissionRequest | undefined;
  permissionCheck: PermissionCheck | undefined;
  devicePermission: (() => boolean) | undefined;
  beforeRequest: BeforeRequest | undefined;
  displayMedia: unknown = 'unset';
  spellChecker: boolean | undefined;
  proxy: unknown;
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  readonly webRequest = { onBeforeRequest: (listener: BeforeRequest) => (this.beforeRequest = listener) };
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => this.handlers.set(scheme, handler),
  };
  setPermissionRequestHandler = (handler: PermissionRequest) => (this.permissionRequest = handler);
  setPermissionCheckHandler = (handler: PermissionCheck) => (this.permissionCheck = handler);
  setDevicePermissionHandler = (handler: () => boolean) => (this.devicePermission = handler);
  setDisplayMediaRequestHandler = (handler: unknown) => (this.displayMedia = handler);
  setSpellCheckerEnabled = (isEnabled: boolean) => (this.spellChecker = isEnabled);
  setProxy = async (proxy: unknown) => {
    this.proxy = proxy;
  };
}

type OpenHandler = (details: { url: string }) => { action: string };

export class FakeWebContents extends EventEmitter {
  openHandler: OpenHandler | undefined;
  readonly sent: { channel: string; message: unknown }[] = [];
  reloads = 0;
  setWindowOpenHandler = (handler: OpenHandler) => (this.openHandler = handler);
  send = (channel: string, message: unknown) => this.sent.push({ channel, message });
  reload = () => (this.reloads += 1);
  reloadIgnoringCache = () => {
    this.reloads += 1;
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
  };
}

export const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeWebContents();
  readonly options: Record<string, unknown>;
  url: string | undefined;
  state = { shown: false, focused: false, maximized: false, minimized: false, destroyed: false };
  static fromWebContents = (contents: unknown) => windows.find(({ webContents }) => webContents === contents) ?? null;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    windows.push(this);
  }
  loadURL = async (url: string) => {
    this.url = url;
  };
  show = () => (this.state.shown = true);
  focus = () => (this.state.focused = true);
  maximize = () => (this.state.maximized = true);
  restore = () => (this.state.minimized = false);
  isMaximized = () => this.state.maximized;
  isMinimized = () => this.state.minimized;
  isDestroyed = () => this.state.destroyed;
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 });
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  readonly exits: number[] = [];
  quits = 0;
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>([['documents', '/documents']]);
  isSandboxed = false;
  readonly commandLine = { appendSwitch: (name: string, value?: string) => this.switches.set(name, value) };
  enableSandbox = () => (this.isSandboxed = true);
  setPath = (name: string, path: string) => this.paths.set(name, path);
  getPath = (name: string) => this.paths.get(name) ?? '/nowhere';
  requestSingleInstanceLock = () => this.hasLock;
  exit = (status: number) => this.exits.push(status);
  quit = () => (this.quits += 1);
}

export const app = new FakeApp();

const sessions = new Map<string, FakeSession>();
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (name: string) => {
    const known = sessions.get(name) ?? new FakeSession();
    sessions.set(name, known);
    return known;
  },
};

export const schemes: unknown[] = [];
export const protocol = { registerSchemesAsPrivileged: (added: unknown[]) => schemes.push(...added) };

type Invoked = (event: unknown, request: unknown) => Promise<unknown>;
export const channels = new Map<string, Invoked>();
export const ipcMain = { handle: (channel: string, handler: Invoked) => channels.set(channel, handler) };

export const powerMonitor = new EventEmitter();
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };

type Question = { message: string; detail: string; buttons: string[]; defaultId: number; cancelId: number; signal: AbortSignal };

export const dialogs = {
  errors: [] as string[],
  answer: { canceled: true, filePath: '' },
  questions: [] as Question[],
  /** What the person presses, by its place; a question that is called off is answered by its own way out, as Electron does. */
  press: async (question: Question): Promise<number> => question.cancelId,
};
export const dialog = {
  showErrorBox: (_title: string, text: string) => dialogs.errors.push(text),
  showSaveDialog: async () => dialogs.answer,
  showMessageBox: async (_window: BrowserWindow, question: Question) => {
    dialogs.questions.push(question);
    return { response: await dialogs.press(question) };
  },
};

export const opened: string[] = [];
export const shell = {
  /** Rejects where nothing is installed that could open it. */
  isAble: true,
  openExternal: async (address: string) => {
    if (!shell.isAble) throw new Error(`Nothing opens ${address}`);
    opened.push(address);
  },
};

export const menus: unknown[] = [];
export const Menu = { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (menu: unknown) => menus.push(menu) };

export const exposed = new Map<string, unknown>();
export const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) };
export const invoked: { channel: string; message: unknown }[] = [];
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: async (channel: string, message: unknown) => {
    invoked.push({ channel, message });
    return { ok: true, value: null };
  },
});
