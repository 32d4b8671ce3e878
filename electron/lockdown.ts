import { app } from 'electron';

/** Chromium talks to the network on its own account unless told not to; each switch closes one such way. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
];

/**
 * Switches by which whoever starts the application could drive its window and read the case, have its processes started
 * by another program, or change how its scripts run. Of the last, V8 has heeded some before anything here runs.
 */
const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'browser-subprocess-path',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'js-flags',
];

/**
 * What must be settled before the application is ready: every page in the sandbox, Chromium's own talking off.
 * A packaged application started with one of the refused switches ends at once. No crash reporter is ever started: a
 * dump would hold prompts and keys.
 */
export function lockDown(): void {
  const refused = REFUSED.find((name) => app.commandLine.hasSwitch(name));
  if (app.isPackaged && refused !== undefined) {
    console.error(`Stillwatch does not start with --${refused}. Start it without that switch.`);
    app.exit(1);
  }
  // For root on Linux Chromium has no sandbox, and forcing one kills its helper processes over and over. For
  // everybody else this also keeps the page's system calls filtered under a --no-sandbox on the command line.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot) app.enableSandbox();
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
}

/** The part of the lock-down that Chromium takes only once it is ready. */
export function silenceResolver(): void {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false });
}
