import { expect, test } from 'vitest';
import { engineEnvironment } from '../../../electron/engine-host/environment.ts';

test('keeps what tools need and nothing else', () => {
  expect(
    engineEnvironment({
      PATH: '/bin',
      HOME: '/home/a',
      TMPDIR: '/tmp',
      LANG: 'C.UTF-8',
      LC_ALL: 'C',
      TZ: 'Asia/Shanghai',
      SystemRoot: 'C:\\Windows',
      NODE_OPTIONS: '--require /tmp/evil.js',
      ELECTRON_RUN_AS_NODE: '1',
      LD_PRELOAD: '/tmp/evil.so',
      HTTPS_PROXY: 'http://evil',
      SECRET_TOKEN: 'x',
      USER: undefined,
    }),
  ).toEqual({
    PATH: '/bin',
    HOME: '/home/a',
    TMPDIR: '/tmp',
    LANG: 'C.UTF-8',
    LC_ALL: 'C',
    TZ: 'Asia/Shanghai',
    SystemRoot: 'C:\\Windows',
  });
});
