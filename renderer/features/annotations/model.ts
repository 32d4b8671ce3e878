import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
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

/** What can be annotated while an account is shown, the narrowest thing last. */
export function targetsOf(
  account: string,
  zone: string,
  committed: Range | null,
  proposed: Range | null,
  request: string | null,
): readonly Target[] {
  const targets: Target[] = [
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
  if (request) targets.push({ reference: request, name: 'Picked request', detail: '' });
  return targets;
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
      return `${reference.identifier} ${short(reference.value)}`;
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

/** Annotations of a kind (or all with null) whose text, account or author holds `text`, newest first. */
export function filterAnnotations(
  annotations: readonly Annotation[],
  kind: AnnotationKind | null,
  text: string,
): readonly Annotation[] {
  const wanted = text.trim().toLowerCase();
  return annotations
    .filter((annotation) => kind === null || annotation.kind === kind)
    .filter(
      ({ text: own, on, account, author }) =>
        wanted === '' ||
        [own, on, account ?? '', author].some((value) => value.toLowerCase().includes(wanted)),
    )
    .toSorted((a, b) => b.createdUs - a.createdUs);
}

const UTC_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/;

/** `2026-03-02T14:32:28.611000Z` as `2026-03-02 15:32:28.611 Europe/Berlin`; any other text as it is. */
export function timeInZone(text: string, zone: string): string {
  const [whole, seconds, fraction = ''] = UTC_TIME.exec(text) ?? [];
  if (whole === undefined) return text;
  const us = Date.parse(`${seconds}Z`) * 1000 + Number(fraction.padEnd(6, '0'));
  return `${formatTime(zoneOf(zone), us, 'microsecond').replace(/\.?0{1,6}$/, '')} ${zone}`;
}
