import type { Alternative, Prediction } from '../../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { accountRows } from '../../../accounts/rows.ts';
import { accountId } from '../../../accounts/totals.ts';
import { grouped } from '../../visible-text.ts';
import { confidenceHtml, likelihoodHtml } from '../estimative.ts';
import { MOST_ACCOUNTS_LISTED } from '../limits.ts';
import { isPlain } from '../plain-words.ts';
import type { Reading } from '../reading.ts';
import { counted, cutTable, facts, table, time } from '../report-html.ts';
import type { Section } from '../section.ts';

/** Readings that would be a wrong of their own: nothing to tell an honest customer. */
const NOT_TOLD: ReadonlySet<string> = new Set(['hobby-pool', 'reseller']);
const MOST_TOLD = 4;

/** What was looked at, and what it came to. */
export const clearedSubject: Section = {
  id: 'result',
  title: 'What was looked at, and the result',
  *body(reading) {
    const { open, about, concerned, voice, zone, findings } = reading;
    yield `<p>Use of this service is looked at when it stands out among similar use. To be looked at says nothing against anybody. This is what was tested for the ${counted(concerned.accounts.length, 'accounts')} below, what held and what did not.</p>\n`;
    const ids = concerned.accounts
      .slice(0, MOST_ACCOUNTS_LISTED + 1)
      .flatMap((account) => accountId(open.db, account) ?? []);
    yield* cutTable(
      [
        { title: 'Account', width: 36 },
        { title: 'Requests', numeric: true, width: 16 },
        { title: 'Active days', numeric: true, width: 12 },
        { title: 'First request', width: 18 },
        { title: 'Last request', width: 18 },
      ],
      accountRows(open, ids).map(({ account, requests, activeDays, firstUs, lastUs }) => [
        voice.account(account, 60),
        grouped(requests),
        grouped(activeDays),
        time(zone, firstUs),
        time(zone, lastUs),
      ]),
      { most: MOST_ACCOUNTS_LISTED, what: 'accounts', where: '<code>data/tables</code>' },
    );
    const told = findings.filter(
      ({ id, body }) =>
        about.choice.findings.includes(id) &&
        body.status === 'agreed' &&
        isPlain(`${body.claim} ${body.confidenceReason}`),
    );
    for (const { body } of told) {
      yield `<div class="finding">\n<h3>Result</h3>\n<blockquote>${voice.wrote(body.claim) ?? ''}</blockquote>\n${facts(
        [
          ['Likelihood', likelihoodHtml(body.likelihood)],
          ['Confidence', confidenceHtml(body.confidence)],
          ...(body.confidenceReason === ''
            ? []
            : [['What the confidence rests on', voice.wrote(body.confidenceReason) ?? ''] as const]),
        ],
      )}</div>\n`;
    }
    if (told.length === 0)
      yield '<p class="nothing">Nobody has put the result into a sentence that can stand here; the tests below are all there is to tell.</p>\n';
  },
};

/** Which ordinary explanations were tried, and how each prediction came out. */
export const clearedReadings: Section = {
  id: 'tested',
  title: 'What was tested',
  *body({ operators, voice }) {
    if (operators.length === 0) {
      yield '<p>The accounts are in no group that the analysis found, so no explanation of a group was tested. How the use compares with similar use stands below.</p>\n';
      return;
    }
    yield '<p>Each explanation of ordinary use predicts something of the records. Where all that can be tested holds, the explanation fits.</p>\n';
    for (const { operator } of operators) {
      const told = operator.alternatives.filter(({ id, title }) => !NOT_TOLD.has(id) && isPlain(title));
      yield `<h3>Group of ${counted(operator.accounts.length, 'accounts')}</h3>\n`;
      yield* table(
        [
          { title: 'Explanation', width: 30 },
          { title: 'Outcome', width: 18 },
          { title: 'What it predicts', width: 52 },
        ],
        told
          .slice(0, MOST_TOLD)
          .map((one) => [escapeMarkup(one.title), outcome(one), predictions(one.predictions, voice.told)]),
      );
      if (told.length > MOST_TOLD)
        yield `<p class="soft">The ${MOST_TOLD} that fit best of ${counted(told.length, 'explanations')} tried.</p>\n`;
    }
  },
};

function outcome({ holding, testable }: Alternative): string {
  const words = testable === 0 ? 'cannot be tested' : holding === testable ? 'fits' : 'fits in part';
  return `<strong>${holding === 0 && testable > 0 ? 'does not fit' : words}</strong><br><span class="soft">${holding} of ${testable} hold</span>`;
}

function predictions(all: readonly Prediction[], told: Reading['voice']['told']): string {
  const shown = all.filter(({ text }) => isPlain(text));
  return `<ul class="flat">${shown
    .map(
      ({ text, holds, detail }) =>
        `<li>${holds === null ? 'cannot tell' : holds ? 'holds' : 'does not hold'}: ${escapeMarkup(text)} <span class="soft">(${told(detail) ?? ''})</span></li>`,
    )
    .join('')}</ul>`;
}
