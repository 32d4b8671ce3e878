import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyBytes } from '../../../../electron/engine/bundle/verify/verify.ts';
import { bytesOf } from '../byte-source.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { mutations } from './mutations.ts';
import { runScript } from './run-script.ts';
import { SIGNER_KEY, smallBag } from './small-bag.ts';

const folder = temporaryFolder();
/** The script is run as a process of its own, so of all the changes it gets one in so many. */
const SCRIPT_TAKES_ONE_IN = process.env.STILLWATCH_ALL_MUTATIONS ? 1 : 20;
/** A thousand processes take minutes. */
const PATIENCE_MS = 1_800_000;

const CONTENTS =
  /^(is no JSON|has no JSON|has .* form of its schema|has in line|names |is no text of lines|is no UTF-8)/;

it(
  'finds each of 1,000 changes of a signed bundle and names its file',
  async () => {
    const zip = await smallBag(folder.path('b.zip'));
    const whole = await verifyBytes(bytesOf(zip), 'b.zip', { expectedKey: SIGNER_KEY });
    expect(whole).toMatchObject({ ok: true, problems: [], signature: { state: 'expected' } });
    let number = 0;
    for (const { kind, bytes, names, all } of mutations(zip, 'b.zip', 1000, 20260401)) {
      number += 1;
      expect(bytes.equals(zip), kind).toBe(false);
      const { ok, problems } = await verifyBytes(bytesOf(bytes), 'b.zip', { expectedKey: SIGNER_KEY });
      expect(ok, kind).toBe(false);
      const named = problems.map(({ file }) => file);
      const isNamed = (where: (name: string) => boolean) => (all ? names.every(where) : names.some(where));
      expect(
        isNamed((file) => named.includes(file)),
        `${kind}: ${named}`,
      ).toBe(true);
      if (number % SCRIPT_TAKES_ONE_IN !== 0) continue;
      const path = folder.path('b.zip');
      writeFileSync(path, bytes);
      const { status, text, files } = await runScript(path, SIGNER_KEY);
      expect(status, `${kind}\n${text}`).toBe(1);
      // What is in the files is not for the script to check.
      const ofBag = problems.filter(({ problem }) => !CONTENTS.test(problem)).map(({ file }) => file);
      expect(files, `${kind}\n${text}`).toEqual([...new Set(ofBag)].sort());
    }
    expect(number).toBe(1000);
  },
  PATIENCE_MS,
);
