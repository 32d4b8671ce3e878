import type { SignalBand } from '../../../../../shared/contract/cohorts.ts';
import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { storedCohort } from '../../../cohorts/stored-cohorts.ts';
import { grouped } from '../../visible-text.ts';
import { bandSvg } from '../band-svg.ts';
import { cite, exhibitsAbout } from '../exhibit-numbers.ts';
import { MOST_COMPARED, MOST_SIGNALS } from '../limits.ts';
import { PLAIN_MEASURES } from '../plain-measures.ts';
import type { Reading } from '../reading.ts';
import { counted, plain, table } from '../report-html.ts';
import type { Section } from '../section.ts';
import { accountSignals } from '../signal-rows.ts';

/** Each account's signals beside those of the customers it is compared with. */
export const similarCustomers: Section = {
  id: 'similar',
  title: 'Beside similar customers',
  *body(reading) {
    const { concerned, analysis, voice } = reading;
    const known = concerned.accounts.filter((account) => accountSignals(reading.open.db, account).length > 0);
    if (!analysis || known.length === 0) {
      yield '<p class="nothing">No analysis in this bundle compares the accounts concerned with others.</p>\n';
      return;
    }
    yield `<p>Each account is compared with a cohort: customers alike in plan, endpoint, declared use and activity. The bar is the middle 90 % of the cohort (5th to 95th percentile), darker the middle half, the stroke the median, the diamond the account. Far from the bar is unusual${voice.plain ? ', and unusual is ordinary: one in ten lies outside.' : ', not wrong: of every signal one honest account in ten lies outside it.'}</p>\n`;
    for (const account of known.slice(0, MOST_COMPARED)) yield* accountPart(reading, account);
    if (known.length > MOST_COMPARED)
      yield `<p class="soft">The first ${MOST_COMPARED} of ${counted(known.length, 'accounts')} are printed; the signals of all are in <code>data/tables</code>.</p>\n`;
    yield* innocent(reading);
  },
};

function* accountPart(reading: Reading, account: string): Generator<string> {
  const { open, voice, analysis, exhibits } = reading;
  const infos = new Map(analysis?.signals.map((info) => [info.id, info]));
  const placed = accountSignals(open.db, account).filter(
    ({ id, percentile }) => percentile !== null && (!voice.plain || PLAIN_MEASURES[id] !== undefined),
  );
  if (placed.length === 0) return;
  const shown = [...placed].sort((one, other) => other.bits - one.bits).slice(0, MOST_SIGNALS);
  const rows = shown.map(({ id, value, n, percentile, cohort }) => {
    const { name, accounts, band } = cohortOf(reading, cohort, id);
    return [
      voice.plain
        ? escapeMarkup(PLAIN_MEASURES[id] ?? '')
        : `${id} ${escapeMarkup(infos.get(id)?.title ?? '')}`,
      `${plain(value)} <span class="soft">${escapeMarkup(infos.get(id)?.unit ?? '')}</span>`,
      grouped(n),
      band
        ? `${bandSvg(band, value)}<span class="soft">${plain(band.p5)} to ${plain(band.p95)}</span>`
        : '<span class="soft">not kept</span>',
      plain(Math.round((percentile ?? 0) * 10) / 10),
      `${voice.quotes ? (voice.told(name) ?? 'others like it') : 'others like it'}${accounts === null ? '' : ` <span class="soft">(${counted(accounts, 'accounts')})</span>`}`,
    ];
  });
  yield `<h3>${voice.plain ? 'Account' : 'Contrast of'} ${voice.account(account)}${cite(exhibitsAbout(exhibits, ['signals'], `account:${account}`))}</h3>\n`;
  yield* table(
    [
      { title: voice.plain ? 'Measure' : 'Signal', width: 20 },
      { title: 'Value', width: 15 },
      { title: 'n', numeric: true, width: 7 },
      { title: 'Cohort, 5th to 95th', width: 22 },
      { title: 'Percentile', numeric: true, width: 11 },
      { title: 'Cohort', width: 25 },
    ],
    rows,
  );
  const rest = placed.length - shown.length;
  if (rest > 0 && !voice.plain)
    yield `<p class="soft">${counted(shown.length, 'signals')} of ${placed.length}, those that weigh most first.</p>\n`;
}

/** Signals name their cohort as `80 accounts: plan pro`; its bands are kept under the name alone. */
function cohortOf(
  { open }: Reading,
  words: string,
  signal: string,
): { name: string; accounts: number | null; band: SignalBand | null } {
  const named = /^([\d,]+) accounts?: (.*)$/s.exec(words);
  const name = named ? named[2] : words;
  const cohort = storedCohort(open.db, name);
  const band = cohort?.bands.find(({ id }) => id === signal) ?? null;
  return { name, accounts: cohort?.accounts ?? (named ? Number(named[1].replaceAll(',', '')) : null), band };
}

/** What innocent use shows the same, of the signals that weigh most in the operators concerned. */
function* innocent({ analysis, operators, voice }: Reading): Generator<string> {
  if (voice.plain) return;
  const weighing = new Set(
    operators.flatMap(({ operator }) => operator.signals.filter(({ bits }) => bits > 0).map(({ id }) => id)),
  );
  const infos = (analysis?.signals ?? []).filter(({ id, innocent: of }) => weighing.has(id) && of.length > 0);
  if (infos.length === 0) return;
  yield '<h3>Innocent use that shows the same</h3>\n';
  yield* table(
    [
      { title: 'Signal that weighs here', width: 32 },
      { title: 'What innocent use shows the same', width: 68 },
    ],
    infos.map(({ id, title, innocent: of }) => [`${id} ${escapeMarkup(title)}`, escapeMarkup(of.join(' '))]),
  );
}
