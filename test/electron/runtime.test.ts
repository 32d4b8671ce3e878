import { expect, test } from 'vitest';
import { needsSeparateNode, runtimeNotice } from '../../electron/runtime.ts';

test.each([
  ['33.2.1', true],
  ['34.9.9', true],
  ['35.0.0', false],
  ['45.4.1', false],
  ['100.0.0', false],
])('Electron %s needs a separate Node: %s', (version, needs) =>
  expect(needsSeparateNode(version)).toBe(needs),
);

test('only an old runtime is announced', () => {
  expect(runtimeNotice('33.2.1')).toContain('Electron 33.2.1');
  expect(runtimeNotice('45.4.1')).toBeNull();
});
