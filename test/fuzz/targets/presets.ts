import { openJson } from '../../../electron/engine/import/containers/json.ts';
import { openText } from '../../../electron/engine/import/containers/text.ts';
import { findPreset } from '../../../electron/engine/import/presets/find-preset.ts';
import { PRESETS } from '../../../electron/engine/import/presets/registry.ts';
import { openReshaped } from '../../../electron/engine/import/presets/reshape.ts';
import type { Rng } from '../../../electron/engine/rng.ts';
import { RECORDS } from '../../engine/import/presets/shapes-of-records.ts';
import { contentOf, readRecords, words } from '../memory.ts';
import { mutateJson } from '../mutate/json.ts';
import { mutateText } from '../mutate/words.ts';
import type { Target } from '../target.ts';

const SHAPES = Object.entries(RECORDS);

/** Records of vendors and gateways with parts missing, doubled, of another type, or nested: the first byte names the preset. */
export const presets: Target = {
  name: 'presets',
  about: "vendors' formats, into rows",
  share: 4000,
  async start() {
    return {
      make: (rng) => {
        const [id, record] = rng.pick(SHAPES);
        const preset = rng.chance(0.9)
          ? PRESETS.findIndex((known) => known.id === id)
          : rng.int(0, PRESETS.length - 1);
        const text = Array.from({ length: rng.int(1, 4) }, () =>
          mutateJson(rng, record, rng.pick([0.02, 0.08])),
        ).join('\n');
        return Buffer.concat([
          Buffer.from([32 + preset]),
          Buffer.from(rng.chance(0.9) ? text : mutateInside(rng, text)),
        ]);
      },
      run: async (input) => {
        const preset = PRESETS[(input[0] ?? 32) - 32] ?? PRESETS[0];
        const opened = async () => openJson(await openText(contentOf(input.subarray(1))));
        const looked = await opened();
        const records = await opened();
        if (!looked || !records) return 'no JSON';
        const found = await findPreset(looked);
        const read = await readRecords(await openReshaped(records, preset), true);
        return `${words(read)}${found === undefined ? ', not recognised' : ''}`;
      },
    };
  },
};

const mutateInside = (rng: Rng, text: string) => mutateText(rng, text, ['"', '{', '[', 'null']);
