import { startDisplay } from '../../electron/dev/display.ts';
import { prepareElectron } from '../../electron/dev/prepare.ts';

/**
 * Once before all end-to-end tests: obtains Electron for all of them, and on Linux gives them one display in memory,
 * also where a real one exists, so that windows do not pop up.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const onLinux = process.platform === 'linux';
  const runtime = await prepareElectron(onLinux);
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
  if (!onLinux) return undefined;
  const { display, stop } = await startDisplay();
  process.env.DISPLAY = display;
  delete process.env.WAYLAND_DISPLAY;
  return stop;
}
