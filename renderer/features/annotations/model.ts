import type { AccountRecords } from '../../../shared/contract/records.ts';
import { formatReference, parseReference, type Reference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatTime, zoneOf } from '../../../shared/time/zone.ts';
import type { Range } from '../../store/view-history.ts';
import { formatRange } from '../../ui/format.ts';

/** Something an annotation can be put on now. */
export interface Target {
  readonly reference: string;
  readonly name: string;
  /** The stretch of time it covers, in words; empty when the name says all. */
  readonly detail: string;
}

interface Beside {
  /** What the account belongs to or carries. */
  readonly around?: readonly Reference[];
  /** The session of the picked request. */
  readonly session?: string | null;
}

/** What can be annotated while an account is shown, what it belongs to first and the narrowest thing last. */
export function targetsOf(
  account: string,
  zone: string,
  committed: Range | null,
  proposed: Range | null,
  request: string | null,
  { around = [], session = null }: Beside = {},
): readonly Target[] {
  const named = (reference: Reference): Target => {
    const text = formatReference(reference);
    return { reference: text, name: capitalised(describeTarget(text, zone, false)), detail: '' };
  };
  const targets: Target[] = [
    ...around.map(named),
    { reference: formatReference({ kind: 'account', account }), name: 'This account', detail: '' },
  ];
  const add = (range: Range | null, word: string) => {
    if (!range) return;
    const detail = formatRange(zone, range.fromUs, range.toUs);
    targets.push({
      reference: formatReference({ kind: 'range', ...range, of: { kind: 'account', account } }),
      name: `${word} range`,
      detail,
    });
  };
  add(committed, 'Applied');
  add(proposed, 'Proposed');
  if (session !== null) targets.push(named({ kind: 'session', account, session }));
  if (request) targets.push({ reference: request, name: 'Picked request', detail: '' });
  return targets;
}

/** Beyond this a list to choose from helps nobody. */
const MOST_IDENTIFIERS = 30;

/** The organisations that tables of accounts name for an account, and the identifiers it carries. */
export function carriedBy({ records, identifiers }: AccountRecords): readonly Reference[] {
  const names = new Set(records.flatMap(({ organizationId }) => organizationId ?? []));
  const organisations = [...names].map((organisation): Reference => ({ kind: 'organisation', organisation }));
  const values = identifiers
    .filter(({ kind }) => kind !== 'organization')
    .slice(0, MOST_IDENTIFIERS)
    .map(({ kind, value }): Reference => ({ kind: 'identifier', identifier: kind, value }));
  return [...organisations, ...values];
}

/** In words what an annotation is on; the account is named only when `withAccount`. */
export function describeTarget(on: string, zone: string, withAccount: boolean): string {
  const reference = parseReference(on);
  if (!reference) return shownText(on, { max: 80 });
  switch (reference.kind) {
    case 'account':
      return withAccount ? `account ${short(reference.account)}` : 'account';
    case 'range': {
      const range = `range ${formatRange(zone, reference.fromUs, reference.toUs)}`;
      const of = describeTarget(formatReference(reference.of), zone, withAccount);
      return reference.of.kind === 'account' && !withAccount ? range : `${range} of ${of}`;
    }
    case 'request':
      return `request, row ${reference.row.toLocaleString('en-US')} of source ${reference.source.slice(0, 8)}`;
    case 'session':
      return `session ${short(reference.session)}${withAccount ? ` of account ${short(reference.account)}` : ''}`;
    case 'link':
      return `link of ${short(reference.a)} and ${short(reference.b)}`;
    case 'identifier':
      return `${reference.identifier.replaceAll('_', ' ')} ${short(reference.value)}`;
    case 'case':
      return 'the whole case';
    case 'operator':
      return `operator ${short(reference.operator)}`;
    case 'organisation':
      return `organisation ${short(reference.organisation)}`;
    case 'topic':
      return `topic ${short(reference.topic)}`;
    case 'template':
      return `template ${short(reference.template)}`;
    case 'finding':
      return 'a finding';
  }
}

const short = (text: string) => shownText(text, { max: 60 });

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const UTC_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/;

/** `2026-03-02T14:32:28.611000Z` as `2026-03-02 15:32:28.611 Europe/Berlin`; any other text as it is. */
export function timeInZone(text: string, zone: string): string {
  const [whole, seconds, fraction = ''] = UTC_TIME.exec(text) ?? [];
  if (whole === undefined) return text;
  const us = Date.parse(`${seconds}Z`) * 1000 + Number(fraction.padEnd(6, '0'));
  return `${formatTime(zoneOf(zone), us, 'microsecond').replace(/\.?0{1,6}$/, '')} ${zone}`;
}
