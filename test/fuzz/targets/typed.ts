import { searchQuery } from '../../../electron/engine/text/search-query.ts';
import { readTypedChip } from '../../../renderer/features/filter/typed-chip.ts';
import { readTypedRange } from '../../../renderer/features/filter/typed-range.ts';
import { fuzzyMatch } from '../../../renderer/frame/commands/fuzzy.ts';
import { mentionOf, textParts } from '../../../shared/mentions.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { hostileWord, looping, mutateText } from '../mutate/words.ts';
import { demand, type Target } from '../target.ts';

const SEEDS = [
  'account:ac_1',
  'operator:O-1',
  'case:',
  'identifier:ip/10.0.0.1',
  'link:a%2Fb/c',
  'session:ac_1/s%201',
  `request:${'a1'.repeat(32)}/17`,
  'range:0-3600000000@account:ac_1',
  'range:-5-7@range:0-1@case:',
  'see [[account:ac_1]] and [[range:0-9@operator:O-1]].',
  '[[[[account:x]]]]',
  'last 7 days',
  '2026-03-01..2026-03-05 14:00',
  'outside of since 2026-03',
  'from 2026-03-01 to 2026-03-02 09:15',
  'first 2 hours',
  'not model:kestrel',
  '-status:429',
  '"side by side" word* NEAR(a b) OR col:x',
];
const DATA = { fromUs: 1_767_225_600_000_000, toUs: 1_772_323_200_000_000 };
const CONTEXT = { zone: zoneOf('America/New_York'), data: DATA };
/** Processor time of one text, in microseconds: a hundred times what the longest need, far below what a square needs. */
const MOST_CPU_US = 1_500_000;

/** What is typed or stands in notes: references, mentions, time ranges, chips, searches. */
export const typed: Target = {
  name: 'typed',
  about: 'references, mentions, time ranges, chips and searches as typed',
  share: 17_000,
  async start() {
    return {
      make: (rng) => {
        const seed = hostileWord(rng, SEEDS);
        if (rng.chance(0.05)) return Buffer.from(looping(rng));
        if (rng.chance(0.02))
          return Buffer.from(rng.pick([...SEEDS, 'range:0-1@', '[[range:0-1@']).repeat(rng.int(2, 1500)));
        return Buffer.from(mutateText(rng, seed, [...SEEDS, '[[', ']]', '@', 'range:0-1@', '..', '"', '*']));
      },
      run: (input) => {
        const text = input.toString();
        const before = process.cpuUsage();
        const reference = parseReference(text);
        if (reference) {
          const again = parseReference(formatReference(reference));
          demand(JSON.stringify(again) === JSON.stringify(reference), 'is a reference that spells another');
          mentionOf(reference);
        }
        const parts = textParts(text);
        demand(parts.map((part) => part.text).join('') === text, 'loses text at its mentions');
        const range = readTypedRange(text, CONTEXT);
        if (range && 'range' in range)
          demand(range.range.fromUs < range.range.toUs, 'gives a range that ends before it begins');
        readTypedChip(text);
        searchQuery(text);
        fuzzyMatch(text.slice(0, 500), 'Find an account by what it was named before');
        fuzzyMatch('acc', text);
        const { user, system } = process.cpuUsage(before);
        demand(
          user + system < MOST_CPU_US,
          `takes ${Math.round((user + system) / 1000)} ms of the processor`,
        );
        return (
          reference?.kind ?? (range && 'range' in range ? 'range' : parts.length > 1 ? 'mention' : 'text')
        );
      },
    };
  },
};
