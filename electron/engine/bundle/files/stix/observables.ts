import { allTotals } from '../../../accounts/totals.ts';
import type { Case } from '../../../case/case.ts';
import { referenceAccounts } from '../../../cohorts/reference-accounts.ts';
import { parseAddress, sizeOf, spell } from '../../../identifiers/ip-address.ts';
import { publishedAccounts } from '../entities/account-rows.ts';
import { carriedValues } from '../entities/identifier-rows.ts';
import type { SeenKind, SeenValues } from '../entities/seen-values.ts';
import { entriesByText } from '../order.ts';
import type { StixFrame } from './frame.ts';
import { type StixObject, stixTime } from './stix-object.ts';

/** What is observed of the accounts under examination, as STIX has it. */
export interface Observables {
  /** By account. */
  readonly accounts: ReadonlyMap<string, StixObject>;
  readonly others: readonly StixObject[];
  /** Ids of what an account's requests of a month carry; see `monthOf`. */
  carried(account: number, month: number): readonly string[];
  /** Addresses that several accounts have: `[account, e-mail]` as ids. */
  readonly sharedEmails: readonly (readonly [string, string])[];
  /** Values that STIX has no form for. */
  readonly leftOut: number;
}

/** As RFC 5322 spells an address of atoms: anything else is none that programs would take. */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
/** States that say whether an account can be used; what another state means is not guessed. */
const DISABLED = /^(banned|closed|deleted|disabled|suspended|terminated)$/i;
const ENABLED = /^(active|enabled|open)$/i;
const SEEN: readonly SeenKind[] = ['ip', 'asn', 'user_agent'];

export function observablesOf(open: Case, frame: StixFrame, seenIn: SeenValues): Observables {
  const { db } = open;
  const reference = referenceAccounts(db);
  const examined = new Set(allTotals(db).flatMap(({ id }) => (reference.has(id) ? [] : [id])));
  const accounts = new Map<string, StixObject>();
  for (const { row, present, isReference } of publishedAccounts(open)) {
    if (isReference) continue;
    const created = present?.createdUs == null ? {} : { account_created: stixTime(present.createdUs) };
    const status = present?.status ?? '';
    const disabled =
      DISABLED.test(status) || ENABLED.test(status) ? { is_disabled: DISABLED.test(status) } : {};
    accounts.set(
      row.account,
      frame.observable('user-account', { user_id: row.account }, { ...created, ...disabled }),
    );
  }

  const others = new Map<string, StixObject>();
  const sharedEmails: (readonly [string, string])[] = [];
  let leftOut = 0;
  for (const { kind, value, carriers } of carriedValues(db, seenIn)) {
    if (kind !== 'email') continue;
    const owners = carriers.flatMap(({ account }) => accounts.get(account)?.id ?? []);
    if (owners.length === 0) continue;
    if (!EMAIL.test(value)) {
      leftOut++;
      continue;
    }
    const belongs = owners.length === 1 ? { belongs_to_ref: owners[0] } : {};
    const email = frame.observable('email-addr', { value }, belongs);
    others.set(email.id, email);
    if (owners.length > 1) for (const owner of owners) sharedEmails.push([owner, email.id]);
  }

  const byMonth = new Map<string, Set<string>>();
  for (const kind of SEEN)
    for (const [value, carriers] of seenIn.get(kind) ?? []) {
      const own = [...carriers].filter(([account]) => examined.has(account));
      if (own.length === 0) continue;
      const made = observableOf(frame, kind, value);
      if (!made) {
        leftOut++;
        continue;
      }
      others.set(made.id, made);
      for (const [account, { months }] of own)
        for (const month of months) {
          const key = `${account} ${month}`;
          byMonth.set(key, (byMonth.get(key) ?? new Set()).add(made.id));
        }
    }
  return {
    accounts,
    // In the order of requests they would tell how the case was loaded.
    others: entriesByText(others).map(([, one]) => one),
    carried: (account, month) => [...(byMonth.get(`${account} ${month}`) ?? [])].sort(),
    sharedEmails,
    leftOut,
  };
}

function observableOf(frame: StixFrame, kind: SeenKind, value: string): StixObject | undefined {
  if (kind === 'user_agent') return frame.observable('software', { name: value });
  if (kind === 'asn') {
    const number = Number(/^AS(\d+)$/.exec(value)?.[1]);
    return Number.isSafeInteger(number) ? frame.observable('autonomous-system', { number }) : undefined;
  }
  const address = parseAddress(value);
  if (!address || address.knownBits === 0) return undefined;
  const network = address.knownBits === sizeOf(address) ? '' : `/${address.knownBits}`;
  return frame.observable(`ipv${address.version}-addr`, { value: `${spell(address)}${network}` });
}
