import { join } from 'node:path';
import { verifyBytes } from '../../../electron/engine/bundle/verify/verify.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { bytesOf } from '../../engine/bundle/byte-source.ts';
import { packed } from '../../engine/bundle/verify/pack.ts';
import { type Entry, entriesOf, resealed, smallBag } from '../../engine/bundle/verify/small-bag.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateJson } from '../mutate/json.ts';
import { mutateText, NASTY } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

/** Bundles: the zip, manifests, tag files, JSON and custody lines changed, with checksums redone or not, signed or not. */
export const bundle: Target = {
  name: 'bundle',
  about: 'evidence bundles, verified; one that was signed and changed never holds',
  share: 2200,
  async start(folder) {
    const signed = await smallBag(join(folder, 'signed.zip'));
    const unsigned = await smallBag(join(folder, 'unsigned.zip'), { signed: false });
    const whole = [signed, unsigned];
    return {
      keeps: ['signed.zip', 'unsigned.zip'],
      make: (rng) => {
        const zip = rng.pick([signed, signed, unsigned]);
        const kind = rng.float();
        if (kind < 0.35) return mutateBytes(rng, zip, whole);
        const changed = changeFiles(rng, entriesOf(zip));
        return packed(kind < 0.5 ? changed : resealed(changed));
      },
      run: async (input) => {
        const bytes = Buffer.from(input);
        const { ok, signature, problems } = await verifyBytes(bytesOf(bytes), 'a.zip');
        demand(ok === (problems.length === 0), 'has problems and holds, or none and does not');
        for (const { file, problem } of problems)
          demand(typeof file === 'string' && problem.length < 5000, 'has a problem that nobody can read');
        if (ok && signature.state !== 'none' && !bytes.equals(signed))
          demand(false, 'is a signed bundle that was changed and holds');
        return ok ? `holds, ${signature.state}` : `does not hold, ${signature.state}`;
      },
    };
  },
};

/** Some of the files with other content, names, or none. */
function changeFiles(rng: Rng, entries: readonly Entry[]): Entry[] {
  const changed = entries.map((entry) => ({ ...entry }));
  for (let left = rng.pick([1, 1, 2, 4]); left > 0; left--) {
    const at = rng.int(0, changed.length - 1);
    const { path, bytes } = changed[at];
    const kind = rng.float();
    if (kind < 0.08) changed.splice(at, 1);
    else if (kind < 0.16)
      changed.push({ path: rng.chance(0.5) ? `data/${rng.pick(NASTY)}` : rng.pick(NASTY), bytes });
    else changed[at] = { path, bytes: changedFile(rng, path, bytes) };
    if (changed.length === 0) break;
  }
  return changed;
}

export function changedFile(rng: Rng, path: string, bytes: Buffer): Buffer {
  const text = bytes.toString();
  if (path.endsWith('.json') && rng.chance(0.8))
    return Buffer.from(`${mutateJson(rng, parsed(text), rng.pick([0.003, 0.02, 0.1]))}\n`);
  if (path.endsWith('.ndjson') && rng.chance(0.8) && text.length > 0) {
    const lines = text.split('\n').filter((line) => line !== '');
    const at = rng.int(0, lines.length - 1);
    return Buffer.from(
      `${lines.map((line, i) => (i === at ? mutateJson(rng, parsed(line), rng.pick([0.01, 0.05, 0.3])) : line)).join('\n')}\n`,
    );
  }
  return rng.chance(0.6)
    ? Buffer.from(mutateText(rng, text.slice(0, 20_000), ['\n', '  ', 'data/', ': ']))
    : mutateBytes(rng, bytes);
}

/** What was changed before may be JSON no more. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
