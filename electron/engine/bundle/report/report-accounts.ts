import type { Annotation } from '../../../../shared/contract/annotations.ts';
import { formatReference, parseReference } from '../../../../shared/reference.ts';
import type { Zone } from '../../../../shared/time/zone.ts';
import type { BundleAccount, BundleContent } from '../content.ts';
import { grouped } from '../visible-text.ts';
import { accountTimeline, DRAWN_ACCOUNTS } from './account-timeline.ts';
import {
  CELL,
  counted,
  facts,
  ident,
  ofWhole,
  said,
  saidLines,
  table,
  time,
  timeSpan,
} from './report-html.ts';
import { calendarDays } from './wall-calendar.ts';

/** The annotated accounts: an overview, then one section each with measures, picture and annotations. */
export function* accountSections(content: BundleContent, zone: Zone): Generator<string> {
  const { accounts, dataSet } = content;
  const numbered = content.annotations.map((annotation, index) => ({ annotation, number: index + 1 }));
  const byAccount = new Map<string, Numbered[]>();
  for (const item of numbered) {
    const { account } = item.annotation;
    if (account === null) continue;
    const list = byAccount.get(account);
    if (list) list.push(item);
    else byAccount.set(account, [item]);
  }
  yield '<h2 id="accounts">Annotated accounts</h2>\n';
  yield `<p>${ofWhole(accounts.length, dataSet.accounts, 'accounts')} in the data set have annotations. That an account is listed says that somebody looked at it, nothing else.</p>\n`;
  yield* table(
    [
      { title: 'Account', width: 26 },
      { title: 'Requests', numeric: true, width: 11 },
      { title: 'Failed', numeric: true, width: 9 },
      { title: 'Active days', numeric: true, width: 9 },
      { title: 'First request', width: 16 },
      { title: 'Last request', width: 16 },
      { title: 'Annotations', numeric: true, width: 13 },
    ],
    overview(accounts, byAccount, zone),
  );
  for (const [index, account] of accounts.slice(0, DRAWN_ACCOUNTS).entries()) {
    yield `<h3 id="account-${index + 1}">Account ${ident(account.account)}</h3>\n`;
    yield measures(account, content, zone);
    const svg = accountTimeline(content, account, zone, false);
    yield svg === ''
      ? '<p class="soft">No request of this account has a valid time, so there is no timeline.</p>\n'
      : `<figure>${svg}</figure>\n`;
    yield* notes(byAccount.get(account.account) ?? [], zone);
  }
  if (accounts.length > DRAWN_ACCOUNTS) {
    yield `<p>${ofWhole(accounts.length - DRAWN_ACCOUNTS, accounts.length, 'annotated accounts')} are in the table above only; their measures are in <code>data/case.json</code>, their annotations in <code>data/annotations.ndjson</code>.</p>\n`;
  }
  const known = new Set(accounts.map(({ account }) => account));
  const others = numbered.filter(({ annotation: { account } }) => account === null || !known.has(account));
  if (others.length > 0) {
    yield '<h3>Annotations on other things, and on accounts that are not in the data set</h3>\n';
    yield* notes(others, zone);
  }
}

interface Numbered {
  readonly annotation: Annotation;
  /** Place among all annotations of the case, from 1: how charts and tables of the report cite it. */
  readonly number: number;
}

function* overview(
  accounts: readonly BundleAccount[],
  byAccount: ReadonlyMap<string, readonly Numbered[]>,
  zone: Zone,
): Generator<readonly string[]> {
  for (const [index, account] of accounts.entries()) {
    const name = ident(account.account, CELL);
    yield [
      index < DRAWN_ACCOUNTS ? `<a href="#account-${index + 1}">${name}</a>` : name,
      grouped(account.requests),
      grouped(account.failed),
      grouped(account.activeDays),
      time(zone, account.firstUs),
      time(zone, account.lastUs),
      grouped(byAccount.get(account.account)?.length ?? 0),
    ];
  }
}

function measures(account: BundleAccount, { dataSet }: BundleContent, zone: Zone): string {
  const days =
    dataSet.firstUs === null || dataSet.lastUs === null
      ? 0
      : calendarDays(zone, dataSet.firstUs, dataSet.lastUs);
  const perRequest = (tokens: number) =>
    account.requests === 0
      ? ''
      : `; mean ${grouped(tokens / account.requests)} over ${counted(account.requests, 'requests')}`;
  return facts([
    ['Requests', ofWhole(account.requests, dataSet.requests, 'requests')],
    ['Failed', ofWhole(account.failed, account.requests, 'requests')],
    ['First and last', timeSpan(zone, account.firstUs, account.lastUs)],
    ['Active days', ofWhole(account.activeDays, days, 'calendar days')],
    ['Input tokens', `${grouped(account.inputTokens)}${perRequest(account.inputTokens)}`],
    ['Output tokens', `${grouped(account.outputTokens)}${perRequest(account.outputTokens)}`],
  ]);
}

function* notes(list: readonly Numbered[], zone: Zone): Generator<string> {
  if (list.length === 0) return;
  yield '<ol class="notes">\n';
  for (const { annotation, number } of list) {
    const { kind, text, author, createdUs, changedUs } = annotation;
    const words =
      kind === 'tag'
        ? `<span class="tag">${said(text)}</span>`
        : `<div class="words">${kind === 'star' ? '★' : saidLines(text)}</div>`;
    const changed = changedUs === createdUs ? '' : `, changed ${time(zone, changedUs)}`;
    yield `<li id="a${number}"><span class="no">${number}</span><div>${words}<div class="soft">${on(annotation, zone)}<br>${said(author)}, ${time(zone, createdUs)}${changed}</div></div></li>\n`;
  }
  yield '</ol>\n';
}

function on({ kind, on: text }: Annotation, zone: Zone): string {
  const what = { tag: 'Tag', comment: 'Comment', star: 'Star' }[kind];
  const reference = parseReference(text);
  switch (reference?.kind) {
    case 'account':
      return `${what} on the account`;
    case 'range': {
      const span = timeSpan(zone, reference.fromUs, reference.toUs);
      return `${what} on ${span}${reference.of.kind === 'account' ? '' : ` of ${said(formatReference(reference.of))}`}`;
    }
    case 'request':
      return `${what} on request ${ident(`${reference.source.slice(0, 12)}…/${reference.row}`)}`;
    default:
      return `${what} on ${said(text)}`;
  }
}
