const LOOK_UPS = [
  ...['resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCaa', 'resolveCname', 'resolveMx'],
  ...['resolveNaptr', 'resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv', 'resolveTlsa', 'resolveTxt'],
  'reverse',
];
const LOOK_UP_PATHS = [
  ...['lookup', 'lookupService', ...LOOK_UPS],
  ...LOOK_UPS.map((name) => `Resolver.prototype.${name}`),
];

/**
 * Node's ways to the network, by module, each as a path from what the module exports. `http`, `https`, `http2` and
 * `tls` are not loaded for this, which would cost each thread 70 ms: all they send goes through `net`.
 */
export const NETWORK_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  net: [
    ...['connect', 'createConnection', 'createServer', 'Socket.prototype.connect', 'Server.prototype.listen'],
    // Newer than the oldest Node this runs on.
    ...['_createServerHandle', 'BoundSocket'],
  ],
  dgram: [
    ...['createSocket', '_createSocketHandle'],
    ...['bind', 'connect', 'send', 'sendto'].map((name) => `Socket.prototype.${name}`),
  ],
  dns: LOOK_UP_PATHS,
  'dns/promises': LOOK_UP_PATHS,
  // Would let another program drive this one, over a port.
  inspector: ['open'],
  // Hands out the sockets behind all these modules.
  process: ['binding'],
};
/** Those that no module exports. */
export const NETWORK_GLOBALS: readonly string[] = ['fetch', 'WebSocket', 'EventSource'];

/** Node's own modules by name, as `process.getBuiltinModule` has them. */
export type BuiltinModules = (name: string) => unknown;

/**
 * Replaces every way to the network of the Node it runs on by a function that throws, for good. Nothing of Stillwatch
 * calls any; this is for what a dependency might. It holds for the thread that calls it and keeps nobody out who
 * runs native code or starts programs: what no process can get past is a machine without a network.
 */
export function refuseNetwork(builtin: BuiltinModules): void {
  for (const [module, paths] of Object.entries(NETWORK_FUNCTIONS))
    for (const path of paths) refuse(builtin(module), path.split('.'), `${module} ${path}`);
  for (const name of NETWORK_GLOBALS) refuse(globalThis, [name], name);
  // Else `import { connect } from 'node:net'` would still give what was there before.
  (builtin('module') as { syncBuiltinESMExports(): void }).syncBuiltinESMExports();
  // Sent by any program of the same user, this signal has Node open a port to its debugger unless somebody listens.
  (builtin('process') as { on(signal: string, heard: () => void): void }).on('SIGUSR1', () => undefined);
}

function refuse(owner: unknown, [key, ...deeper]: readonly string[], name: string): void {
  if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null || !(key in owner)) return;
  if (deeper.length > 0) return refuse(Reflect.get(owner, key), deeper, name);
  // Not an arrow function: some of these are called with `new`.
  const value = function refused(): never {
    throw new Error(`Stillwatch has no network: ${name} was refused.`);
  };
  Object.defineProperty(owner, key, { value, writable: false, configurable: false, enumerable: true });
}
