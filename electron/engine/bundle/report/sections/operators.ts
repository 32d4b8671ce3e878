import type { Finding } from '../../../../../shared/contract/analysis.ts';
import { CALIBRATION_NOTE } from '../../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { kindWords } from '../../../../../shared/evidence-kinds.ts';
import { grouped } from '../../visible-text.ts';
import { confidenceHtml, likelihoodHtml } from '../estimative.ts';
import { cite, exhibitsAbout } from '../exhibit-numbers.ts';
import { MOST_MEMBERS } from '../limits.ts';
import type { Reading, ReportOperator } from '../reading.ts';
import { counted, cutTable, facts, ofWhole, plain, table } from '../report-html.ts';
import type { Section } from '../section.ts';
import { groupsOf } from './groups.ts';
import { harvest, readings } from './operator-readings.ts';
import { weakest } from './weakest-link.ts';

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

function anchor(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9-]/g, (c) => `_${c.charCodeAt(0).toString(16)}`);
}
