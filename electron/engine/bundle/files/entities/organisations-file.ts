import type { Case } from '../../../case/case.ts';
import { normalise } from '../../../identifiers/kinds.ts';
import { utcOrNull } from '../../json-text.ts';
import type { FilesOf } from '../../published/published.ts';
import { csvFile } from '../file-of.ts';
import { byText, entriesByText } from '../order.ts';
import { type PublishedAccount, publishedAccounts } from './account-rows.ts';
import { type SeenValues, seenValues } from './seen-values.ts';

/** `data/entities/organisations.csv`: what the accounts say together that state an organisation, by record or request. */
export const organisationsFiles: FilesOf = async ({ open }, job) => {
  const seenIn = await seenValues(open.db, job);
  return [
    csvFile(
      'data/entities/organisations.csv',
      [
        'organisation',
        'accounts',
        'accounts_by_record',
        'accounts_by_request',
        'requests_of_accounts',
        'first_utc',
        'last_utc',
        'plans',
        'operators',
      ],
      function* () {
        for (const [organisation, accounts] of entriesByText(byOrganisation(open, seenIn))) {
          const all = [...accounts.values()];
          const first = all.flatMap(({ one }) => one.row.firstUs ?? []);
          const last = all.flatMap(({ one }) => one.row.lastUs ?? []);
          yield [
            organisation,
            all.length,
            all.filter(({ byRecord }) => byRecord).length,
            all.filter(({ byRequest }) => byRequest).length,
            all.reduce((sum, { one }) => sum + one.row.requests, 0),
            utcOrNull(least(first, (a, b) => a < b)),
            utcOrNull(least(last, (a, b) => a > b)),
            listed(all.map(({ one }) => one.present?.plan)),
            listed(all.map(({ one }) => one.row.analysis?.operator)),
          ];
        }
      },
    ),
  ];
};

interface Stating {
  readonly one: PublishedAccount;
  byRecord: boolean;
  byRequest: boolean;
}

function byOrganisation(open: Case, seenIn: SeenValues): Map<string, Map<number, Stating>> {
  const found = new Map<string, Map<number, Stating>>();
  const seen = seenIn.get('organization');
  const requestedBy = new Map<number, string[]>();
  for (const [organisation, accounts] of seen ?? [])
    for (const id of accounts.keys()) requestedBy.set(id, [...(requestedBy.get(id) ?? []), organisation]);
  const stating = (organisation: string, one: PublishedAccount): Stating => {
    const accounts = found.get(organisation) ?? new Map<number, Stating>();
    found.set(organisation, accounts);
    const known = accounts.get(one.row.id) ?? { one, byRecord: false, byRequest: false };
    accounts.set(one.row.id, known);
    return known;
  };
  for (const one of publishedAccounts(open)) {
    for (const { organizationId } of one.records)
      if (organizationId)
        stating(normalise('organization', organizationId) ?? organizationId, one).byRecord = true;
    for (const organisation of requestedBy.get(one.row.id) ?? []) stating(organisation, one).byRequest = true;
  }
  return found;
}

function least(values: readonly number[], before: (a: number, b: number) => boolean): number | null {
  return values.reduce<number | null>(
    (found, us) => (found === null || before(us, found) ? us : found),
    null,
  );
}

function listed(values: readonly (string | null | undefined)[]): string {
  return [...new Set(values.flatMap((value) => value ?? []))].sort(byText).join('; ');
}
