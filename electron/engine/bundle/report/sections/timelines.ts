import type { Annotation } from '../../../../../shared/contract/annotations.ts';
import { parseReference } from '../../../../../shared/reference.ts';
import { accountRows } from '../../../accounts/rows.ts';
import { accountId } from '../../../accounts/totals.ts';
import { listAnnotations } from '../../../annotations/read.ts';
import { isDrawing } from '../../../exhibits/check-picture.ts';
import { readPicture } from '../../../exhibits/read.ts';
import { readActivity } from '../../../timeline/activity.ts';
import { grouped } from '../../visible-text.ts';
import { accountChart } from '../account-chart.ts';
import { cite, exhibitsAbout } from '../exhibit-numbers.ts';
import { MOST_ACCOUNTS_LISTED, MOST_CHARTS, MOST_PICTURE_BYTES, MOST_PICTURES } from '../limits.ts';
import type { Reading, ReportExhibit } from '../reading.ts';
import { counted, cutTable, ident, ofWhole, time } from '../report-html.ts';
import type { Section } from '../section.ts';
import type { MarkedRange } from '../timeline-svg.ts';
import { WITHHELD } from '../voice.ts';

/** Accounts concerned over time, and the pictures that people pinned. */
export const timelines: Section = {
  id: 'timelines',
  title: 'Timelines',
  *body(reading) {
    const { concerned, about } = reading;
    yield `<p>${ofWhole(concerned.accounts.length, about.ofCase.accounts, 'accounts under examination')} are concerned: members of the operators above, and accounts that were chosen, are named by a finding or carry a note. That an account is listed says that somebody looked at it, nothing else.</p>\n`;
    const notes = reading.voice.notes ? listAnnotations(reading.open.db, null) : [];
    let figure = 0;
    if (concerned.accounts.length > 0) {
      yield* accountTable(reading);
      for (const account of concerned.accounts.slice(0, MOST_CHARTS)) {
        const svg = chart(reading, account, notes);
        if (svg === '') continue;
        figure += 1;
        const numbers = exhibitsAbout(reading.exhibits, ['activity', 'profile'], `account:${account}`);
        yield `<figure id="figure-${figure}">${svg}<figcaption>Figure ${figure}. Requests of ${reading.voice.account(account)} over time${cite(numbers)}.</figcaption></figure>\n`;
      }
      if (concerned.accounts.length > MOST_CHARTS)
        yield `<p class="soft">Charts of the first ${MOST_CHARTS} of ${counted(concerned.accounts.length, 'accounts')}; the quarter hours of all are in <code>data/tables</code>.</p>\n`;
    }
    yield* pictures(reading, figure);
  },
};

function* accountTable({ open, concerned, voice, zone, exhibits }: Reading): Generator<string> {
  const shown = concerned.accounts.slice(0, MOST_ACCOUNTS_LISTED + 1);
  const ids = shown.flatMap((account) => accountId(open.db, account) ?? []);
  const rows = accountRows(open, ids).map(({ account, requests, failed, activeDays, firstUs, lastUs }) => [
    `${voice.account(account, 40)}${cite(exhibitsAbout(exhibits, ['profile', 'activity'], `account:${account}`))}`,
    grouped(requests),
    grouped(failed),
    grouped(activeDays),
    time(zone, firstUs),
    time(zone, lastUs),
  ]);
  yield* cutTable(
    [
      { title: 'Account', width: 30 },
      { title: 'Requests', numeric: true, width: 11 },
      { title: 'Failed', numeric: true, width: 9 },
      { title: 'Active days', numeric: true, width: 10 },
      { title: 'First request', width: 20 },
      { title: 'Last request', width: 20 },
    ],
    rows,
    { most: MOST_ACCOUNTS_LISTED, what: 'accounts', where: '<code>data/tables</code>' },
  );
}

function chart({ open, about, zone, voice }: Reading, account: string, notes: readonly Annotation[]): string {
  const id = accountId(open.db, account);
  if (id === undefined) return '';
  return accountChart({
    name: voice.accountName(account, 40),
    activity: readActivity(open.db, id),
    zone,
    marks: marks(notes, account),
    ofCase: about.ofCase,
    standalone: false,
  });
}

/** The time ranges of the account that people wrote notes on, by the number of the note. */
function marks(notes: readonly Annotation[], account: string): MarkedRange[] {
  return notes.flatMap(({ account: of, on }, index) => {
    const reference = of === account ? parseReference(on) : undefined;
    if (reference?.kind !== 'range') return [];
    return [{ fromUs: reference.fromUs, toUs: reference.toUs, label: String(index + 1) }];
  });
}

function* pictures(reading: Reading, figures: number): Generator<string> {
  const { voice, exhibits } = reading;
  const pinned = exhibits.filter(({ body }) => body.picture !== null);
  if (pinned.length === 0) return;
  yield `<h3>Pictures that people pinned</h3>\n<p>Each is shown as it was when it was pinned; what it shows can be worked out again from the query of its exhibit.</p>\n`;
  if (!voice.quotes) {
    yield `<p class="soft">${counted(pinned.length, 'pictures')} ${pinned.length === 1 ? 'is' : 'are'} withheld from this reader, since words of the data may stand in them.</p>\n`;
    return;
  }
  let [number, left] = [figures, MOST_PICTURE_BYTES];
  for (const exhibit of pinned.slice(0, MOST_PICTURES)) {
    const svg = readPicture(reading.open.db, exhibit.id);
    if (svg === null || svg.length > left) continue;
    left -= svg.length;
    number += 1;
    yield picture(reading, exhibit, svg, number);
  }
  const missing = pinned.length - (number - figures);
  if (missing > 0)
    yield `<p class="soft">${counted(missing, 'pictures')} of ${pinned.length} ${missing === 1 ? 'is' : 'are'} not printed here; the files of the bundle have ${missing === 1 ? 'it' : 'them'}.</p>\n`;
}

/** As a picture of its own, so that no name inside it can meet one of another. */
function picture(
  { voice, zone, about }: Reading,
  { number, body }: ReportExhibit,
  svg: string,
  figure: number,
): string {
  const title = voice.wrote(body.title) ?? WITHHELD;
  const alt = voice.wrote(body.title)?.replaceAll(/<[^>]*>/g, '') ?? 'A picture';
  const image = isDrawing(svg.trimEnd())
    ? `<img alt="${alt}" src="data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}">`
    : '<p class="nothing">This picture is no drawing of this program and is not shown.</p>';
  return `<figure id="figure-${figure}">${image}<figcaption>Figure ${figure}. ${title}${cite([number])}: pinned ${time(zone, body.pinnedUs)}; query ${ident(body.query)}, result ${ident(`${body.resultHash.slice(0, 16)}…`)}; out of ${ofWhole(body.rows, about.ofCase.requests, 'requests')} of the case.</figcaption></figure>\n`;
}
