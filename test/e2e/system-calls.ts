import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled, runCommand } from '../../electron/dev/run-command.ts';
import { obtainRuntime } from '../../electron/dev/runtime.ts';
import { tempFolder } from './app.ts';

/** A start of Electron that strace watches; see launchApp for `starter`. */
export interface WatchedStart {
  readonly starter: string;
  /** Each call that told the system an address, or asked for a socket of IP, in a word and once each; call it when all has ended. */
  calls(): readonly string[];
}

/** Calls that name an address, and the one that asks for a socket. `listen` and `accept` follow a `bind`. */
const WATCHED = 'socket,connect,bind,sendto,sendmsg,sendmmsg';

/** A start that is watched, of all processes and threads; or in a text why not here. */
export async function watchedStart(): Promise<WatchedStart | string> {
  if (process.platform !== 'linux') return 'strace is a program of Linux';
  if (!(await isInstalled('strace'))) return 'strace is not installed';
  const tried = await runCommand('strace', ['-f', '--seccomp-bpf', '-qqq', '-e', `trace=${WATCHED}`, 'true']);
  if (tried.status !== 0) return `strace may not watch here: ${tried.stderr.trim().split('\n', 1)[0]}`;
  const { executablePath } = await obtainRuntime();
  const folder = tempFolder();
  const trace = join(folder, 'calls');
  const starter = join(folder, 'start-electron');
  // Chromium has no sandbox for root: see runtimeArguments.
  const asRoot = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  writeFileSync(
    starter,
    `#!/bin/sh\nexec strace -f --seccomp-bpf -qqq -s 0 -o '${trace}' -e trace=${WATCHED} '${executablePath}'${asRoot} "$@"\n`,
    { mode: 0o755 },
  );
  return { starter, calls: () => addressesIn(readFileSync(trace, 'latin1')) };
}

/** `bind AF_INET 127.0.0.1:0` and the like, from what strace writes with `-s 0`; sorted, once each. */
export function addressesIn(trace: string): readonly string[] {
  const found = new Set<string>();
  for (const line of trace.split('\n')) {
    const call = /^\d+ +(\w+)\(/.exec(line)?.[1];
    if (call === 'socket') {
      const family = /\((AF_\w+|0x\w+[^,]*)/.exec(line)?.[1];
      if (family?.startsWith('AF_INET') || family === 'AF_PACKET') found.add(`socket ${family}`);
    } else if (call !== undefined)
      for (const [, address] of line.matchAll(/\{(sa_family=[^}]*)\}/g))
        found.add(`${call} ${words(address)}`);
  }
  return [...found].sort();
}

/** Files that sockets lie at, and groups of the kernel's own messages, are the computer's own: their kind is enough. */
function words(address: string): string {
  const family = /^sa_family=(\w+)/.exec(address)?.[1] ?? address;
  if (family === 'AF_UNIX' || family === 'AF_NETLINK') return family;
  const port = /_port=htons\((\d+)\)/.exec(address)?.[1] ?? '?';
  const host = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/.exec(address);
  return `${family} ${host?.[1] ?? host?.[2] ?? address}:${port}`;
}
