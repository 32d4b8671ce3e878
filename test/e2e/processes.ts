import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of Linux and everything it started that still runs, itself first. */
export function processesOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOf(Number(name), 'stat');
    // The second field is the program's name in brackets, which may hold anything.
    if (stat !== '') parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]));
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}

/** The engine's process among those of an app: a Node of its own, or a process of Electron's for such work. */
export function engineOf(appPid: number): number {
  const found = processesOf(appPid).find((pid) =>
    /engine\/electron\/engine\/main\.js|node\.mojom\.NodeService/.test(readOf(pid, 'cmdline')),
  );
  if (found === undefined) throw new Error('The app has no engine process.');
  return found;
}

/** A file of a process in /proc; empty for a process that has ended. */
export function readOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return '';
  }
}

/** Whether a process runs; one that has ended and was not asked after yet does not. */
export function isRunning(pid: number): boolean {
  const stat = readOf(pid, 'stat');
  return stat !== '' && !/\) [ZX] /.test(stat);
}

/** The sockets of IP that a process holds, each as `tcp 127.0.0.1:8080 listens`; the far end where there is one. */
export function internetSockets(pid: number): readonly string[] {
  const own = new Set(openFiles(pid).flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []));
  return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((protocol) =>
    readOf(pid, `net/${protocol}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => own.has(fields[9]))
      .map(([, near, far, state]) => {
        const end = state === '0A' ? 'listens' : `to ${address(far)}`;
        return `${protocol} ${address(near)} ${end}`;
      }),
  );
}

/** What a process has open, as /proc names it. */
export function openFiles(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name) => {
      try {
        return readlinkSync(`${folder}/${name}`);
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

/** `0100007F:1F90` is 127.0.0.1:8080; longer ones are left as they stand. */
function address(hex: string): string {
  const [host, port] = hex.split(':');
  const parts = host.length === 8 ? host.match(/../g)!.reverse() : null;
  const name = parts ? parts.map((part) => Number.parseInt(part, 16)).join('.') : host;
  return `${name}:${Number.parseInt(port, 16)}`;
}
