import { basename, extname, join } from 'node:path';
import { type BrowserWindow, type SaveDialogOptions, app, dialog } from 'electron';
import type { SaveFile } from '../core/ports.ts';
import { writeFileAtomically } from '../hosts/write-file-atomically.ts';

/** Asks the person where a file should go and writes it there. */
export const createSaveFile =
  (currentWindow: () => BrowserWindow | undefined): SaveFile =>
  async ({ suggestedName, content }) => {
    const extension = extname(suggestedName).slice(1);
    const options: SaveDialogOptions = {
      defaultPath: join(app.getPath('documents'), basename(suggestedName)),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    };
    const window = currentWindow();
    const chosen = await (window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
    if (chosen.canceled || chosen.filePath === '') return { outcome: 'cancelled' };
    // The dialog has asked before answering with a name that is taken.
    const saved = await writeFileAtomically(chosen.filePath, content, { overwrite: true });
    if (saved.ok) return { outcome: 'saved', fileName: basename(saved.value) };
    dialog.showErrorBox('Trailhead', saved.message);
    return { outcome: 'cancelled' };
  };
