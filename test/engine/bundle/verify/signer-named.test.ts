import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint, formatPublicKey, keyOfSeed } from '../../../../electron/engine/bundle/sign/minisign.ts';
import { verifyBundle } from '../../../../electron/engine/bundle/verify/verify.ts';
import { tempFolder } from '../../support.ts';
import { ABOUT, SIGNER, SMALL_PAYLOAD, smallBag } from './small-bag.ts';

const OTHER = keyOfSeed(Buffer.alloc(32, 9));
const named = (key: typeof OTHER) => ({
  owner: 'R. Okafor',
  publicKey: formatPublicKey(key),
  fingerprint: fingerprint(key),
});

test.each([
  ['signed as it says', SIGNER.secret, true, 0],
  ['signed by another key than it says', OTHER, true, 1],
  ['not signed, though it says so', SIGNER.secret, false, 1],
])('a bundle that is %s', async (_, key, signed, problems) => {
  const path = join(tempFolder(), 'b.zip');
  const about = JSON.stringify({ ...ABOUT, signer: named(key) });
  await smallBag(path, { payload: { ...SMALL_PAYLOAD, 'data/bundle.json': `${about}\n` }, signed });
  const found = await verifyBundle(path);
  expect(found.problems.map(({ file }) => file)).toEqual(
    problems === 0 ? [] : ['tagmanifest-sha512.txt.minisig'],
  );
});
