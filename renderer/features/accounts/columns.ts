import type { AccountSort } from '../../../shared/contract/accounts.ts';

export interface AccountColumn {
  readonly key: string;
  readonly title: string;
  /** What it counts, with its unit and denominator. */
  readonly explains: string;
  readonly sort: AccountSort | null;
  readonly number: boolean;
}

/** The columns of the account table, in order. */
export function accountColumns(zone: string, allRequests: string): readonly AccountColumn[] {
  return [
    {
      key: 'account',
      title: 'Account',
      explains: 'Identifier in the imported data',
      sort: 'account',
      number: false,
    },
    {
      key: 'requests',
      title: 'Requests',
      explains: 'Requests stored for the account',
      sort: 'requests',
      number: true,
    },
    {
      key: 'share',
      title: 'Share of all',
      explains: `Percent of all ${allRequests} requests; the bar is full at the largest account`,
      sort: null,
      number: false,
    },
    {
      key: 'spark',
      title: 'Activity',
      explains:
        'Requests in 60 equal bins over the time of the case, square-root scale, each row to its own maximum',
      sort: null,
      number: false,
    },
    { key: 'first', title: 'First', explains: `First request, ${zone}`, sort: 'firstUs', number: false },
    { key: 'last', title: 'Last', explains: `Last request, ${zone}`, sort: 'lastUs', number: false },
    {
      key: 'days',
      title: 'Active days',
      explains: `Calendar days with a request, ${zone}`,
      sort: 'activeDays',
      number: true,
    },
    {
      key: 'input',
      title: 'Input tokens',
      explains: 'Sum of input tokens',
      sort: 'inputTokens',
      number: true,
    },
    {
      key: 'output',
      title: 'Output tokens',
      explains: 'Sum of output tokens',
      sort: 'outputTokens',
      number: true,
    },
    {
      key: 'failed',
      title: 'Failed',
      explains: 'Requests whose status says they failed',
      sort: 'failed',
      number: true,
    },
    { key: 'tags', title: 'Tags', explains: 'Tags on the account', sort: null, number: false },
    { key: 'comments', title: 'Comments', explains: 'Comments on the account', sort: null, number: true },
  ];
}
