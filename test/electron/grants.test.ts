import { expect, test } from 'vitest';
import { Grants } from '../../electron/grants.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('a grant is a random id with a name, never the folder', () => {
  const grants = new Grants(() => undefined);
  const grant = grants.add('/cases/secret/a.swcase');
  expect(grant.grant).toMatch(UUID);
  expect(grant).toEqual({ grant: grant.grant, name: 'a.swcase' });
  expect(grants.path(grant.grant)).toBe('/cases/secret/a.swcase');
});

test('every new grant is announced once, before it is returned', () => {
  const announced: [string, string][] = [];
  const grants = new Grants((grant, path) => announced.push([grant, path]));
  const a = grants.add('/a');
  const again = grants.add('/a');
  const b = grants.add('/b');
  expect(again.grant).toBe(a.grant);
  expect(b.grant).not.toBe(a.grant);
  expect(announced).toEqual([
    [a.grant, '/a'],
    [b.grant, '/b'],
  ]);
  expect(grants.all()).toEqual(announced);
});

test.each(['', 'a.swcase', './a', '../a'])('no grant for the relative path %j', (path) => {
  const grants = new Grants(() => undefined);
  expect(() => grants.add(path)).toThrow('absolute');
  expect(grants.all()).toEqual([]);
});

test.each(['/a', 'constructor', '__proto__', ''])('%j was never handed out', (id) => {
  const grants = new Grants(() => undefined);
  grants.add('/a');
  expect(grants.path(id)).toBeUndefined();
});
