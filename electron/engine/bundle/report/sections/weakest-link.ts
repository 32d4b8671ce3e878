import type { Link } from '../../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { kindWords } from '../../../../../shared/evidence-kinds.ts';
import { readLink } from '../../../graph/stored-ties.ts';
import { grouped } from '../../visible-text.ts';
import { cite, exhibitsAbout } from '../exhibit-numbers.ts';
import type { Reading, ReportOperator } from '../reading.ts';
import { plain, table } from '../report-html.ts';
import { signed, waterfallSvg } from '../waterfall-svg.ts';

/** Where the group would fall apart first, before what holds it together. */
export function* weakest(reading: Reading, { operator, links }: ReportOperator): Generator<string> {
  const bridge = operator.weakestBridge;
  yield '<h4>Weakest place first</h4>\n';
  if (!bridge) {
    yield '<p>No link of this operator is kept, so nothing can be said of where it is weakest.</p>\n';
    return;
  }
  const { voice } = reading;
  const between = `between ${voice.account(bridge.a)} and ${voice.account(bridge.b)}`;
  yield bridge.splits
    ? `<p>Without the one link ${between} (${plain(bridge.bits)} bits) the group falls in two.</p>\n`
    : `<p>No single link holds the group together. To part it, links of ${plain(bridge.bits)} bits together would have to be wrong; the one ${between} is among them.</p>\n`;
  yield `<p>Under other seeds and resolutions ${plain(100 * operator.stability)} % of the pairs stay together; ${plain(100 * operator.density)} % of all possible links are there.</p>\n`;
  const weak = readLink(reading.open.db, bridge.a, bridge.b) ?? links.at(-1);
  if (weak) yield* waterfall(reading, weak, 'Weakest link');
  const [strong] = links;
  if (strong && (strong.a !== weak?.a || strong.b !== weak.b))
    yield* waterfall(reading, strong, 'Strongest link');
}

function* waterfall(
  reading: Reading,
  { a, b, bits, priorBits, items }: Link,
  which: string,
): Generator<string> {
  const { voice, exhibits } = reading;
  const numbers = exhibitsAbout(exhibits, ['link'], `account:${a}`, `account:${b}`);
  const steps = [
    { label: 'Before any evidence', bits: priorBits, base: true as const },
    ...items.map(({ kind, bits: added }) => ({ label: kindWords(kind), bits: added })),
  ];
  const drawn = steps.reduce((sum, step) => sum + step.bits, 0);
  // What moves together counts in part, so the items of a link may add up to more than it.
  if (Math.abs(drawn - bits) > 0.05)
    steps.push({ label: 'Counted in part, since they move together', bits: bits - drawn });
  yield `<figure>${waterfallSvg(steps, `${which}: ${plain(bits)} bits`, 640)}\n<figcaption>${which}: ${voice.account(a)} and ${voice.account(b)}, ${plain(bits)} bits in all${cite(numbers)}. 1 bit doubles the odds that two accounts act for one operator (Fellegi and Sunter 1969).</figcaption></figure>\n`;
  yield* table(
    [
      { title: 'What they share', width: 26 },
      ...(voice.quotes ? [{ title: 'Value', width: 38 }] : []),
      { title: 'Accounts with it', numeric: true, width: 18 },
      { title: 'Bits', numeric: true, width: 18 },
    ],
    [
      ['Before any evidence', ...(voice.quotes ? ['–'] : []), '–', signed(priorBits)],
      ...items.map(({ kind, value, accountsWithValue, bits: added }) => [
        escapeMarkup(kindWords(kind)),
        ...(voice.quotes ? [voice.value(value, 80) ?? '–'] : []),
        grouped(accountsWithValue),
        signed(added),
      ]),
      ...(Math.abs(drawn - bits) > 0.05
        ? [
            [
              'Counted in part, since they move together',
              ...(voice.quotes ? ['–'] : []),
              '–',
              signed(bits - drawn),
            ],
          ]
        : []),
    ],
  );
}
