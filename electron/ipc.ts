import { BrowserWindow, ipcMain, type WebFrameMain } from 'electron';
import type { ZodType } from 'zod';
import { senderAllowed } from './policy.ts';

/**
 * Answers one question of the preload script. Only the application's own page in a window's main frame is
 * answered, and only when its arguments (always an array) fit `args`; everybody else gets an error.
 */
export function handle<Args extends readonly unknown[]>(
  name: string,
  args: ZodType<Args>,
  answer: (frame: WebFrameMain, ...args: Args) => unknown,
): void {
  ipcMain.handle(name, async (event, ...sent: unknown[]) => {
    const frame = event.senderFrame;
    const isMainFrame = frame !== null && frame === event.sender.mainFrame;
    if (frame === null || !senderAllowed({ url: frame.url, isMainFrame })) {
      throw new Error('The main process answers the application page alone.');
    }
    const parsed = args.safeParse(sent);
    if (!parsed.success) throw new Error(`Arguments of ${name} do not fit.`);
    return answer(frame, ...parsed.data);
  });
}

/** Tells the page something it did not ask for. Nothing happens while there is no window. */
export function tellPage(name: string, ...values: readonly unknown[]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(name, ...values);
}
