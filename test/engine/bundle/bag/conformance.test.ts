import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { checkBag } from '../../../../electron/engine/bundle/bag/bag-check.ts';

// The conformance suite of BagIt, which is not ours to keep in the repository. It is looked for beside the checkout, or
// where STILLWATCH_BAGIT says; without it this is skipped.
const SUITE =
  process.env.STILLWATCH_BAGIT ?? resolve(import.meta.dirname, '../../../../../shared/data/standards/bagit');

/** Kinds of bags that a program has to accept; those of all other kinds it has to refuse. */
const ACCEPTED = ['valid', 'warning'];

/** Every bag on which we disagree with the suite, with the reason. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  'v0.97/valid/holey-bag': 'files to be fetched from elsewhere: a bundle holds them all',
  'v0.97/warning/duplicate-file-with-different-case':
    'names one file twice, by case: one of them is not there',
  'v0.97/warning/same-filename-listed-twice-with-different-normalization':
    'names one file twice, by the form of its letters: one of them is not there',
  'v0.97/warning/same-filename-listed-twice-with-the-same-hash': 'BagIt 1.0 forbids it',
  'v0.97/warning/made-with-md5sum-tools':
    'the asterisk of md5sum is read as part of the name, as BagIt 1.0 has it',
  'v0.97/warning/special-system-files': 'a file of the system is listed and is not there',
};

async function isAccepted(bag: string): Promise<boolean> {
  const paths = (readdirSync(bag, { recursive: true }) as string[])
    .filter((path) => statSync(join(bag, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
  const { problems } = await checkBag(
    { paths, read: (path) => createReadStream(join(bag, path)) },
    { complete: false },
  );
  return problems.length === 0;
}

test('agrees with the conformance suite of BagIt, but where a table says why not', async ({ skip }) => {
  if (!existsSync(SUITE))
    return skip('The suite is neither beside this checkout nor where STILLWATCH_BAGIT says.');
  const disagreements: string[] = [];
  let bags = 0;
  for (const version of ['v0.97', 'v1.0']) {
    for (const kind of readdirSync(join(SUITE, version))) {
      for (const name of readdirSync(join(SUITE, version, kind))) {
        bags += 1;
        const is = await isAccepted(join(SUITE, version, kind, name));
        if (is !== ACCEPTED.includes(kind)) disagreements.push(`${version}/${kind}/${name}`);
      }
    }
  }
  expect(bags).toBe(46);
  expect(disagreements.sort()).toEqual(Object.keys(DISAGREEMENTS).sort());
});
