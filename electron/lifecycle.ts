import { app, BrowserWindow } from 'electron';

/** True for the first start; a second one ends itself after the first has been brought to the front. */
export function isOnlyInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return false;
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  return true;
}

/** Ends the application with its window, but not before `finish` has let the engine close the case. */
export function quitAfter(finish: () => Promise<void>): void {
  let hasFinished = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (hasFinished) return;
    event.preventDefault();
    void finish().finally(() => {
      hasFinished = true;
      // Not within this event: until it is over, Electron takes itself to be quitting and ignores the call.
      setImmediate(() => app.quit());
    });
  });
}
