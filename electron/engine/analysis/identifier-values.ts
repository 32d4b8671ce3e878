import { emailSkeleton } from '../identifiers/email.ts';
import { normalise } from '../identifiers/kinds.ts';
import { networkClass } from '../identifiers/network.ts';
import type { AccountTraits } from './account-traits.ts';
import type { Coded, Dataset } from './dataset.ts';
import { type IdentifierList, listOfRecords, listOfRequests } from './links/identifier-list.ts';
import type { IdentifierKind } from './links/kinds.ts';

/** A list for the weighing of links, with the texts of its values for people. */
export interface NamedList {
  readonly list: IdentifierList;
  readonly values: readonly string[];
}

/** All identifiers of accounts, from requests and from account records, one list a kind; empty lists are left out. */
export function identifierLists(data: Dataset, traits: readonly AccountTraits[]): NamedList[] {
  const lists = [
    ...requestLists(data),
    recordList('payment_fingerprint', traits, ({ record }) =>
      form('payment_fingerprint', record?.paymentFingerprint),
    ),
    recordList('card_bin', traits, ({ record }) => form('card_bin', record?.cardBin)),
    recordList('phone', traits, ({ record }) => form('phone', record?.phoneHash)),
    recordList('email_pattern', traits, ({ record }) => emailPattern(record?.email)),
    recordList('registration_batch', traits, registrationBatch),
    recordList('organization', traits, ({ organization }) => form('organization', organization)),
  ];
  return lists.filter(({ values }) => values.length > 0);
}

function requestLists(data: Dataset): NamedList[] {
  const list = (
    kind: IdentifierKind,
    column: Coded,
    read: (text: string) => string | undefined,
  ): NamedList => {
    const { codes, values } = recoded(column, read);
    return { list: listOfRequests(kind, codes, values.length, data.account), values };
  };
  return [
    list('device', data.device, (text) => form('device', text)),
    list('header_fingerprint', data.headerFingerprint, (text) => form('header_fingerprint', text)),
    list('ip', data.ip, (text) => (tells(text) ? form('ip', text) : undefined)),
    list('network', data.ip, (text) => (tells(text) ? form('network', text) : undefined)),
    list('asn', data.asn, (text) => form('asn', text)),
    list('api_key', data.apiKey, (text) => form('api_key', text)),
    list('end_user', data.endUser, (text) => form('end_user', text)),
  ];
}

/** Addresses of houses and of carriers' NAT are used by strangers over and over. */
function tells(ip: string): boolean {
  const of = networkClass(ip);
  return of === 'public' || of === 'documentation';
}

type RecordedKind = Parameters<typeof normalise>[0];

function form(kind: RecordedKind, text: string | null | undefined): string | undefined {
  return text ? normalise(kind, text) : undefined;
}

/** The shape of the local part with its domain: `aaaa0000@quick.example`, letters as they come in count. */
function emailPattern(email: string | null | undefined): string | undefined {
  const skeleton = email ? emailSkeleton(email) : undefined;
  if (!email || !skeleton) return undefined;
  const at = skeleton.lastIndexOf('@');
  const digits = /\d+(?=[^@]*@)/.exec(email)?.[0].length ?? 0;
  const shape = skeleton.slice(0, at).replace(/\p{L}+/gu, 'a');
  return `${shape}${digits > 0 ? `(${digits})` : ''}${skeleton.slice(at)}`;
}

const WINDOW_US = 2 * 3_600_000_000;

/** Signed up in the same two hours, by the same route. Windows are of the calendar, so a batch may fall in two. */
function registrationBatch({ record }: AccountTraits): string | undefined {
  if (record === null || record.createdUs === null) return undefined;
  const window = Math.floor(record.createdUs / WINDOW_US);
  return `${new Date((window * WINDOW_US) / 1000).toISOString().slice(0, 13)}h+2, ${record.signupRoute ?? 'route not stated'}`;
}

function recordList(
  kind: IdentifierKind,
  traits: readonly AccountTraits[],
  read: (traits: AccountTraits) => string | undefined,
): NamedList {
  const texts = traits.map((one) => read(one) ?? '');
  const values = [...new Set(texts.filter((text) => text !== ''))].sort();
  const codeOf = new Map(values.map((value, i) => [value, i + 1]));
  const codes = Uint32Array.from(texts, (text) => codeOf.get(text) ?? 0);
  return { list: listOfRecords(kind, codes, values.length), values };
}

/** A column under another reading of its values: equal readings get one code, values that read as nothing code 0. */
function recoded(column: Coded, read: (text: string) => string | undefined): Coded {
  const readings = column.values.map((value) => read(value) ?? '');
  const values = [...new Set(readings.filter((text) => text !== ''))].sort();
  const codeOf = new Map(values.map((value, i) => [value, i + 1]));
  const known = Uint32Array.from([0, ...readings.map((text) => codeOf.get(text) ?? 0)]);
  // There are no more readings than values, so the cells are wide enough.
  const codes = column.codes.slice();
  for (let i = 0; i < codes.length; i++) codes[i] = known[codes[i]];
  return { codes, values };
}
