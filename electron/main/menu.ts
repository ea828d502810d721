import type { EditFlags, MenuItemConstructorOptions } from 'electron';

type MenuOptions = { isMac: boolean; allowDevTools: boolean; lock: () => void };

/** The menus of the application: the usual ones, and the lock. */
export const applicationMenuTemplate = ({ isMac, allowDevTools, lock }: MenuOptions): MenuItemConstructorOptions[] => [
  ...(isMac ? [{ role: 'appMenu' } as const] : []),
  {
    label: '&File',
    submenu: [
      { label: '&Lock', accelerator: 'CmdOrCtrl+L', click: lock },
      { type: 'separator' },
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  },
  { role: 'editMenu' },
  {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(allowDevTools ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    ],
  },
  ...(isMac ? [{ role: 'windowMenu' } as const] : []),
];

type Clicked = {
  editFlags: Pick<EditFlags, 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
  isEditable: boolean;
  hasSelection: boolean;
};

/** What a right click offers: what can be done with the text there, and nothing where there is none. */
export const contextMenuTemplate = ({ editFlags, isEditable, hasSelection }: Clicked): MenuItemConstructorOptions[] => {
  const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
  if (isEditable) {
    return [
      { role: 'cut', enabled: editFlags.canCut },
      copy,
      { role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return hasSelection ? [copy] : [];
};
