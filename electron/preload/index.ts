import { type IpcRendererEvent, contextBridge, ipcRenderer } from 'electron';
import type { CoreEvent } from '../../shared/contracts/events.ts';
import type { Bridge } from '../../shared/contracts/index.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

/**
 * All the page ever sees of Electron. A call travels as JSON text, as it does over HTTP, so that both hosts take exactly the same
 * and measure it before reading it.
 */
const bridge: Bridge = {
  call: (route, input) => ipcRenderer.invoke(CALL_CHANNEL, JSON.stringify({ route, input })),
  subscribe: (listener) => {
    // The event of Electron itself stays here: it would hand the page a way to the main process.
    const forward = (_event: IpcRendererEvent, told: CoreEvent): void => listener(told);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('trailhead', bridge);
