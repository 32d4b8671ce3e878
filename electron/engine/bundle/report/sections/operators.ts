import type { Alternative, Finding, Link } from '../../../../../shared/contract/analysis.ts';
import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { kindWords } from '../../../../../shared/evidence-kinds.ts';
import { readLink } from '../../../graph/stored-ties.ts';
import { grouped } from '../../visible-text.ts';
import { confidenceHtml, likelihoodHtml } from '../estimative.ts';
import { cite, exhibitsAbout } from '../exhibit-numbers.ts';
import { MOST_MEMBERS, MOST_READINGS_IN_FULL } from '../limits.ts';
import type { Reading, ReportOperator } from '../reading.ts';
import { counted, cutTable, facts, ofWhole, plain, table } from '../report-html.ts';
import type { Section } from '../section.ts';
import { signed, waterfallSvg } from '../waterfall-svg.ts';
import { groupsOf } from './groups.ts';

/** Who acts together, by what, where that is weakest, which innocent readings were tested, and what was taken if so. */
export const operators: Section = {
  id: 'operators',
  title: 'Operators concerned',
  *body(reading) {
    const { operators: described, concerned, about, analysis } = reading;
    if (!analysis) {
      yield '<p class="nothing">No analysis was run on what this bundle holds, so nothing is said here of who acts together.</p>\n';
      return;
    }
    yield `<p>An operator is a group of accounts that the analysis found to act together. Whether they do, whether answers are taken to train a model, and whether the access is what was agreed are three questions, kept apart. ${escapeMarkup(CALIBRATION_NOTE)}</p>\n`;
    yield `<p>${ofWhole(described.length, about.ofCase.operators, 'operators')} found in the case are described: those that were chosen or that a finding names${concerned.operators.length > described.length ? `; ${concerned.operators.length - described.length} more of these are in the data files alone` : ''}.${concerned.alone.length > 0 ? ` ${counted(concerned.alone.length, 'accounts')} named beside them ${concerned.alone.length === 1 ? 'is' : 'are'} in none.` : ''}</p>\n`;
    for (const one of described) yield* operatorPart(reading, one);
  },
};

const TITLES = {
  together: 'Whether the accounts act together',
  extraction: 'Whether answers are taken to train a model',
  access: 'Whether the access is other than what was agreed',
} as const;

function* operatorPart(reading: Reading, found: ReportOperator): Generator<string> {
  const { operator } = found;
  const { voice, exhibits, info } = reading;
  const here = cite(exhibitsAbout(exhibits, ['operator'], `operator:${operator.id}`));
  const name = voice.value(operator.id) ?? escapeMarkup(operator.id);
  yield `<h3 id="operator-${anchor(operator.id)}">Operator ${name}</h3>\n`;
  yield facts([
    [
      'Accounts',
      `${ofWhole(operator.accounts.length, reading.about.ofCase.accounts, 'accounts under examination')}${here}`,
    ],
    [
      'Requests',
      `${ofWhole(operator.requests, reading.about.ofCase.requests, 'requests')} of the case${here}`,
    ],
  ]);
  for (const which of ['together', 'extraction', 'access'] as const)
    yield finding(reading, TITLES[which], operator.findings[which]);
  yield* weakest(reading, found);
  yield* ties(found);
  yield* members(reading, found, here);
  yield* groupsOf(reading, operator.id);
  yield* readings(reading, operator.alternatives);
  yield* harvest(found);
  if (info.counts.accounts < reading.about.ofCase.accounts)
    yield '<p class="soft">What the analysis says was found in the whole case, of which this bundle holds a part.</p>\n';
}

function finding({ voice }: Reading, title: string, { likelihood, confidence, reasons }: Finding): string {
  const told = reasons.map((reason) => voice.told(reason)).filter((reason) => reason !== null);
  return `<h4>${title}</h4>\n${facts([
    ['Likelihood', likelihoodHtml(likelihood)],
    ['Confidence', confidenceHtml(confidence)],
    ...(told.length > 0
      ? [['What was seen', `<ul class="flat">${told.map((one) => `<li>${one}</li>`).join('')}</ul>`] as const]
      : []),
  ])}`;
}

/** Where the group would fall apart first, before what holds it together. */
function* weakest(reading: Reading, { operator, links }: ReportOperator): Generator<string> {
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

function* ties({ operator }: ReportOperator): Generator<string> {
  if (operator.evidence.length === 0) return;
  const rest = new Map(operator.withoutKind.map(({ kind, share }) => [kind, share]));
  yield '<h4>What ties the accounts</h4>\n';
  yield* table(
    [
      { title: 'Kind of evidence', width: 32 },
      { title: 'Accounts that share one', numeric: true, width: 22 },
      { title: 'Bits, median link', numeric: true, width: 20 },
      { title: 'Stays together without it', numeric: true, width: 26 },
    ],
    operator.evidence.map(({ kind, accounts, bits }) => {
      const share = rest.get(kind);
      return [
        escapeMarkup(kindWords(kind)),
        `${grouped(accounts)} of ${grouped(operator.accounts.length)}`,
        bits.toFixed(1),
        share === undefined ? '–' : `${plain(Math.round(100 * share))} % of the accounts`,
      ];
    }),
  );
  yield '<p class="soft">The last column: the largest part that still holds together when all evidence of the kind is taken away.</p>\n';
}

function* members(
  reading: Reading,
  { operator, members: list }: ReportOperator,
  here: string,
): Generator<string> {
  const { voice } = reading;
  yield `<h4>Accounts</h4>\n`;
  yield* cutTable(
    [
      { title: 'Account', width: 40 },
      { title: 'Requests', numeric: true, width: 25 },
      { title: 'Likelihood that it takes part in a campaign', width: 35 },
    ],
    list.map(({ account, requests, likelihood }) => [
      voice.account(account, 60),
      `${grouped(requests)} of ${grouped(operator.requests)}`,
      likelihoodHtml(likelihood),
    ]),
    { most: MOST_MEMBERS, what: 'accounts', where: '<code>data/tables</code>' },
  );
  if (here !== '') yield `<p class="soft">From${here}.</p>\n`;
}

function* readings({ voice }: Reading, alternatives: readonly Alternative[]): Generator<string> {
  if (alternatives.length === 0) return;
  yield `<h4>Innocent readings that were tested</h4>\n<p>Each reading predicts something of the data. One is rejected where a prediction fails, and not rejected where all that the data can tell hold: then it remains a possible explanation. Those that hold best come first.</p>\n`;
  yield* table(
    [
      { title: 'Reading', width: 30 },
      { title: 'Outcome', width: 16 },
      { title: 'Predictions', width: 54 },
    ],
    alternatives.map(({ title, predictions, holding, testable }, index) => [
      escapeMarkup(title),
      `<strong>${outcome(holding, testable)}</strong><br><span class="soft">${holding} of ${testable} hold</span>`,
      index < MOST_READINGS_IN_FULL
        ? `<ul class="flat">${predictions
            .map(
              ({ text, holds, detail }) =>
                `<li>${mark(holds)} ${escapeMarkup(text)}${voice.quotes ? ` <span class="soft">(${voice.told(detail) ?? ''})</span>` : ''}</li>`,
            )
            .join('')}</ul>`
        : `<span class="soft">fails: ${escapeMarkup(
            predictions
              .filter(({ holds }) => holds === false)
              .map(({ text }) => text)
              .join('; ') || 'none',
          )}</span>`,
    ]),
  );
}

const outcome = (holding: number, testable: number) =>
  testable === 0 ? 'cannot be tested' : holding === testable ? 'not rejected' : 'rejected';
const mark = (holds: boolean | null) => (holds === null ? 'cannot tell:' : holds ? 'holds:' : 'fails:');

function* harvest({ operator }: ReportOperator): Generator<string> {
  const { harvest: taken } = operator;
  const usd = (microUsd: number) => `${grouped(microUsd / 1e6)} USD`;
  yield `<h4>How much it would be, if answers were taken to train a model</h4>\n`;
  yield facts([
    ['Requests and sessions', `${grouped(taken.requests)} and ${grouped(taken.sessions)}`],
    ['Tokens in and out', `${grouped(taken.inputTokens)} and ${grouped(taken.outputTokens)}`],
    ['Templates, and fillings of them', `${grouped(taken.templates)} and ${grouped(taken.slotValues)}`],
    [
      'Answers that could serve as training samples',
      `<strong>${grouped(taken.trainingSamples.low)} to ${grouped(taken.trainingSamples.high)}</strong>, best guess ${grouped(taken.trainingSamples.value)}`,
    ],
    [
      'At list price',
      `<strong>${usd(taken.costMicroUsd.low)} to ${usd(taken.costMicroUsd.high)}</strong>, best guess ${usd(taken.costMicroUsd.value)}`,
    ],
    [
      'Assumed',
      `<ul class="flat">${taken.assumptions.map((one) => `<li>${escapeMarkup(one)}</li>`).join('')}</ul>`,
    ],
  ]);
}

function anchor(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9-]/g, (c) => `_${c.charCodeAt(0).toString(16)}`);
}
