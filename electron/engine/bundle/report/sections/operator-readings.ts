import type { Alternative } from '../../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { grouped } from '../../visible-text.ts';
import { MOST_READINGS_IN_FULL } from '../limits.ts';
import type { Reading, ReportOperator } from '../reading.ts';
import { facts, table } from '../report-html.ts';

/** The innocent readings of an operator, what each predicts, and which are rejected. */
export function* readings({ voice }: Reading, alternatives: readonly Alternative[]): Generator<string> {
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

/** How much would have been taken, as a range, under what is assumed. */
export function* harvest({ operator }: ReportOperator): Generator<string> {
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
