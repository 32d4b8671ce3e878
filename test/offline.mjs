/**
 * Runs programs where there is no network but a loopback of their own: in a network namespace of Linux, which root can
 * make, and on many systems everybody. Nothing is installed for it; works on any Node >= 20.
 */
import { spawnSync } from 'node:child_process';

/**
 * Wakes the new loopback, by iproute2 or else by Perl, one of which every Debian has (SIOCSIFFLAGS of `lo`, up), and
 * becomes the program. Its first argument is how to put the rights away that this took.
 */
const WAKE = `
  drop=$1; shift
  up='use Socket; $lo = pack("a16 s x22", "lo", 1); socket(S, PF_INET, SOCK_DGRAM, 0) && ioctl(S, 0x8914, $lo) or die'
  ip link set lo up 2>&- || perl -e "$up" || exit 1
  exec $drop "$@"`;

/** Ends with 0 where loopback works and is all there is. */
const PROBE = `
  const { networkInterfaces } = require('node:os');
  const { createServer, connect } = require('node:net');
  if (Object.keys(networkInterfaces()).some((name) => name !== 'lo')) process.exit(1);
  const server = createServer().on('error', () => process.exit(1));
  server.listen(0, '127.0.0.1', () => connect(server.address().port, '127.0.0.1', () => process.exit(0)));`;

/**
 * The words to put before a command so that it runs without a network (empty: not possible here), and a sentence that
 * says which it is.
 */
export function offlinePrefix() {
  if (process.platform !== 'linux') return { words: [], why: 'only Linux has network namespaces' };
  const asRoot = process.getuid() === 0;
  // Root of a namespace of users alone may wake loopback; the program runs as who it is outside again.
  const drop = `unshare --user --map-user=${process.getuid()} --map-group=${process.getgid()} --`;
  const words = asRoot
    ? ['unshare', '--net', '--', 'sh', '-c', WAKE, 'sh', '']
    : ['unshare', '--user', '--map-root-user', '--net', '--', 'sh', '-c', WAKE, 'sh', drop];
  const [program, ...args] = [...words, process.execPath, '-e', PROBE];
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 30_000 });
  if (status === 0) return { words, why: '' };
  const reason = error ? 'unshare (util-linux) is not here' : stderr.trim().split('\n').at(-1);
  return { words: [], why: `this system permits no network namespace (${reason || `status ${status}`})` };
}
