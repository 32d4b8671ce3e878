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

/** Switches by which another program could drive the window and read the case. */
const REMOTE_CONTROL = ['remote-debugging-port', 'remote-debugging-pipe'];

/**
 * What must be settled before the application is ready: every page in the sandbox, Chromium's own talking off.
 * A packaged application started under remote control ends at once. No crash reporter is ever started: a dump
 * would hold prompts and keys.
 */
export function lockDown(): void {
  if (app.isPackaged && REMOTE_CONTROL.some((name) => app.commandLine.hasSwitch(name))) {
    console.error('Stillwatch does not start under remote debugging. Start it without that switch.');
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
