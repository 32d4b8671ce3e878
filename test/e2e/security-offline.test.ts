import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Investigator } from '../../electron/dev/investigator.ts';
import { launchApp } from '../../electron/dev/launch.ts';
import { NETWORK_FUNCTIONS, NETWORK_GLOBALS } from '../../shared/no-network.ts';
import { close, tempFolder } from './app.ts';
import { expectSilence, Victim } from './attack.ts';
import { listen } from './listener.ts';
import { eventsOf } from './net-log.ts';
import { internetSockets, processesOf } from './processes.ts';
import { addressesIn, watchedStart } from './system-calls.ts';
import { analyse, exportAndLock, importLog, logAbout } from './whole-job.ts';

// The product needs no network and reaches for none, as seen from outside of it.

/** Addresses for documents, which nobody has. */
const NOBODY = '192.0.2.1';

test('there is no network around these tests but loopback', async ({ skip }) => {
  const { STILLWATCH_OFFLINE: offline = 'it was not started by npm test' } = process.env;
  skip(offline !== 'yes', `The tests ran with the network at hand: ${offline}.`);
  expect(Object.keys(networkInterfaces())).toEqual(['lo']);
  expect(readFileSync('/proc/net/route', 'utf8').trim().split('\n').length).toBe(1);
  const connected = new Promise((resolve) => {
    connect(80, NOBODY)
      .on('connect', () => resolve('connected'))
      .on('error', ({ message }) => resolve(message));
  });
  expect(await connected).toContain('ENETUNREACH');
  const socket = createSocket('udp4');
  const sent = new Promise((resolve) =>
    socket.send('x', 53, NOBODY, (error) => resolve(error?.message ?? 'sent')),
  ).finally(() => socket.close());
  expect(await sent).toContain('ENETUNREACH');
});

test('the whole job tells the system no address but of this computer: calls, sockets, and Chromium’s own log', async ({
  skip,
}) => {
  const watched = await watchedStart();
  if (typeof watched === 'string') {
    skip(`System calls could not be watched: ${watched}.`);
    return;
  }
  const folder = tempFolder();
  const netLog = join(folder, 'net-log.json');
  const work = {
    word: 'harvest',
    passphrase: 'right horse battery',
    casePath: join(folder, 'trial.swcase'),
    bundle: join(folder, 'trial.zip'),
  };
  const app = await launchApp({ starter: watched.starter, args: [`--log-net-log=${netLog}`] });
  onTestFinished(() => close(app));
  const person = await Investigator.at(app);
  await importLog(person, logAbout(work.word, folder), work);
  await analyse(person);
  await exportAndLock(person, work);
  const held = processesOf(app.process().pid!).map(internetSockets);
  await close(app);

  expect(readFileSync(work.bundle).includes('data/report.pdf')).toBe(true);
  // For Playwright, Node's debugger and Chromium's listen on loopback, as the switches --inspect=0 and
  // --remote-debugging-port=0 tell them to; a program the app starts inherits Chromium's. They are the test's own: no
  // start of a person has them.
  const sockets = [...new Set(held.flat())];
  const listening = sockets.flatMap((one) => /^tcp (127\.0\.0\.1:\d+) listens$/.exec(one)?.[1] ?? []);
  expect(listening.length).toBe(2);
  expect(sockets.filter((one) => !listening.some((own) => one.startsWith(`tcp ${own} `)))).toEqual([]);
  const calls = watched.calls();
  // A socket that is asked for and never given an address reaches nobody: of IPv6 one is seen now and then.
  const named = calls.filter((call) => !call.startsWith('socket ') && !/ AF_(UNIX|NETLINK)$/.test(call));
  expect(named).toEqual(['bind AF_INET 127.0.0.1:0']);
  // That the display was found shows that calls were seen.
  expect(calls).toContain('connect AF_UNIX');

  const events = [...eventsOf(netLog).keys()];
  expect(events.filter((name) => /REQUEST|CONNECT|SOCKET|RESOLVER|STREAM/.test(name))).toEqual([]);
  // That Chromium said something at all shows that it kept the log.
  expect(events).toContain('COOKIE_STORE_ALIVE');
});

test('what strace tells is read', () => {
  const lines = [
    '12 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 5',
    '12 socket(AF_UNIX, SOCK_STREAM, 0) = 5',
    '12 connect(5, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0',
    '12 sendto(5, ""..., 4, MSG_NOSIGNAL, NULL, 0) = 4',
    '12 sendmsg(5, {msg_name={sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, msg_namelen=12}, 0) = 20',
    '12 sendto(5, ""..., 4, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = 4',
    '12 connect(5, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28 <unfinished ...>',
    '12 <... connect resumed>) = -1 ENETUNREACH (Network is unreachable)',
  ];
  expect(addressesIn(lines.join('\n'))).toEqual([
    'connect AF_INET6 2001:db8::1:443',
    'connect AF_UNIX',
    'sendmsg AF_NETLINK',
    'sendto AF_INET 192.0.2.1:53',
    'socket AF_INET6',
  ]);
});

describe('the main process', () => {
  test('has no way to the network in its Node, nor a debugger to be woken by a signal', async () => {
    const outside = await listen();
    onTestFinished(outside.stop);
    const victim = await Victim.start();
    onTestFinished(() => close(victim.app));
    const found = await victim.app.evaluate(
      async (_electron, [modules, globals, origin]) => {
        const builtin = (name: string) => process.getBuiltinModule(name) as object | undefined;
        const at = (owner: unknown, path: string) =>
          path
            .split('.')
            .reduce<unknown>(
              (value, key) => (value === undefined ? value : Reflect.get(Object(value), key)),
              owner,
            );
        const all = [
          ...Object.entries(modules).flatMap(([name, paths]) => paths.map((path) => at(builtin(name), path))),
          ...globals.map((name) => Reflect.get(globalThis, name)),
        ].filter((value) => typeof value === 'function');
        const end = async (attempt: () => unknown) => {
          try {
            return `got ${await attempt()}`;
          } catch (error) {
            return String(error);
          }
        };
        const http = process.getBuiltinModule('http');
        const tried = [
          await end(() => fetch(origin)),
          await end(() => http.get(origin)),
          await end(() => http.createServer().listen(0)),
        ];
        return {
          functions: all.length,
          others: all.filter((value) => value.name !== 'refused').length,
          tried,
        };
      },
      [NETWORK_FUNCTIONS, NETWORK_GLOBALS, outside.origin] as const,
    );
    expect(found.functions).toBeGreaterThan(60);
    expect(found.others).toBe(0);
    for (const end of found.tried) expect(end).toMatch(/^Error: Stillwatch has no network/);

    // The engine is one of them where it has a process of Node's own.
    const before = processesOf(victim.app.process().pid!).map((pid) => [pid, internetSockets(pid)] as const);
    for (const [pid] of before)
      if (readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('engine/main.js'))
        process.kill(pid, 'SIGUSR1');
    process.kill(victim.app.process().pid!, 'SIGUSR1');
    await victim.page.evaluate(() => window.stillwatch.recentCases());
    expect(processesOf(victim.app.process().pid!).map((pid) => [pid, internetSockets(pid)])).toEqual(before);
    await expectSilence(outside);
  });

  test('is not let out by Chromium either: its own requests, by name, by address and to a file', async () => {
    const outside = await listen();
    onTestFinished(outside.stop);
    const victim = await Victim.start();
    onTestFinished(() => close(victim.app));
    const tried = await victim.app.evaluate(async ({ net, session }, origin) => {
      const { port } = new URL(origin);
      const own = [session.defaultSession, session.fromPartition('another'), session.fromPartition('report')];
      const ends: string[] = [];
      for (const url of [
        origin,
        `http://localhost:${port}/`,
        `http://stillwatch.example:${port}/`,
        'file:///etc/hostname',
      ])
        for (const fetch of [net.fetch, ...own.map((one) => one.fetch.bind(one))])
          ends.push(await fetch(url).then(({ status }) => `answered ${status}`, String));
      const names = await Promise.all(
        ['localhost', 'stillwatch.example'].map((name) =>
          net.resolveHost(name).then(({ endpoints }) => JSON.stringify(endpoints), String),
        ),
      );
      return { ends, names };
    }, outside.origin);
    expect(tried.ends.filter((end) => end.startsWith('answered'))).toEqual([]);
    expect(tried.names.filter((end) => !/ERR_NAME_NOT_RESOLVED/.test(end))).toEqual([]);
    await expectSilence(outside);
  });
});
