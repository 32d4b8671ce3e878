import { expect, it } from 'vitest';
import { checkout } from '../../../../electron/dev/checkout.ts';
import { licenceProblem, licencesDocument, readLicences } from '../../../../electron/dev/package/licences.ts';
import { pick, readLock } from '../../../../electron/dev/package/locked-packages.ts';

const part = { name: 'a', version: '1.0.0', licence: 'MIT', text: 'Permission is hereby granted' };

it.each([
  [{ ...part, licence: 'GPL-3.0-only' }, 'a 1.0.0 is under "GPL-3.0-only", which is not on the list'],
  [{ ...part, licence: 'none told' }, 'not on the list'],
  [{ ...part, licence: '(MIT OR GPL-2.0)' }, 'not on the list'],
  [{ ...part, text: ' \n' }, 'a 1.0.0 (MIT) brings no text of its licence'],
])('keeps out %o', (one, problem) => {
  expect(licenceProblem(one)).toContain(problem);
});

it('lets in what is allowed and brings its text, and hands the text on', () => {
  expect(licenceProblem(part)).toBeNull();
  expect(licencesDocument([part])).toContain('a 1.0.0 (MIT)\n');
  expect(licencesDocument([part])).toContain(part.text);
});

it('reads the licence and text of every package that the product depends on', async () => {
  const lock = await readLock(checkout);
  const dependencies = pick(
    ['node_modules/react', 'node_modules/uuid', 'node_modules/canonicalize'],
    lock,
    true,
  );
  const licensed = await readLicences(dependencies);
  expect(licensed.map(({ licence }) => licence).sort()).toEqual(['Apache-2.0', 'MIT', 'MIT']);
  for (const { text } of licensed) expect(text.length).toBeGreaterThan(500);
});

it('names every package that keeps a package from being made', async () => {
  const lock = await readLock(checkout);
  // Without a licence file of its own, and one that is not allowed.
  const packages = pick(['node_modules/node', 'node_modules/axe-core', 'node_modules/react'], lock, false);
  await expect(readLicences(packages)).rejects.toThrow(/axe-core .*MPL-2\.0.*; node .* brings no text/);
});
