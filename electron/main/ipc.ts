import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { CALL_BYTES_MAX } from '../../shared/contracts/index.ts';
import type { Result } from '../../shared/errors.ts';
import type { Core } from '../core/create-core.ts';
import type { Ids } from '../core/ports.ts';
import { malformedMessage, readCallRequest, refusedCall, tooLargeMessage } from '../hosts/call-request.ts';
import { CALL_CHANNEL } from '../preload/channels.ts';
import { APP_ORIGIN } from './address.ts';

/** Answers the one channel a page has, for the main frame of the application's own window alone. */
export const answerCalls = (ipcMain: IpcMain, core: Core, ids: Ids, isOwnWindow: (contents: WebContents) => boolean): void => {
  ipcMain.handle(CALL_CHANNEL, async (event, request: unknown): Promise<Result<unknown>> => {
    const refuse = (): Result<never> => refusedCall('INVALID_INPUT', malformedMessage, ids.next());
    if (!isOwnMainFrame(event) || !isOwnWindow(event.sender)) return refuse();
    if (typeof request !== 'string') return refuse();
    // UTF-8 needs at least one byte for a UTF-16 unit: a far too long text is not even measured.
    const isTooLarge = request.length > CALL_BYTES_MAX || Buffer.byteLength(request) > CALL_BYTES_MAX;
    if (isTooLarge) return refusedCall('TOO_LARGE', tooLargeMessage, ids.next());
    const call = readCallRequest(request);
    return call === undefined ? refuse() : core.call(call.route, call.input);
  });
};

/** The frame is null once it has navigated away: then nobody is there who asked. */
const isOwnMainFrame = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.origin === APP_ORIGIN;
