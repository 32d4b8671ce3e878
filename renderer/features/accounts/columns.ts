import type { AccountSort } from '../../../shared/contract/accounts.ts';
import { CALIBRATION_NOTE } from '../../../shared/contract/analysis.ts';
import type { Column } from '../../ui/columns.ts';

export type AccountColumn = Column<AccountSort>;

/** The columns of the account table, in order; those of the analysis only once there is one, that of the filter under one. */
export function accountColumns(
  zone: string,
  allRequests: string,
  analysed: boolean,
  filtered: boolean,
): readonly AccountColumn[] {
  const [account, requests, ...rest] = measured(zone, allRequests);
  return [account, ...(analysed ? ANALYSED : []), requests, ...(filtered ? [MATCHING] : []), ...rest];
}

/** With an analysis in the case its columns come first, and these stand back until somebody wants them. */
const BACK_WHEN_ANALYSED = new Set(['days', 'input', 'output', 'failed']);

/** Keys of the columns that are shown where nobody chose any. */
export function usualColumns(columns: readonly AccountColumn[], analysed: boolean): readonly string[] {
  return columns.map(({ key }) => key).filter((key) => !analysed || !BACK_WHEN_ANALYSED.has(key));
}

const MATCHING: AccountColumn = {
  key: 'matching',
  title: 'Matching',
  explains: 'Requests of the account that meet the filter, and their share of all of its requests',
  sort: null,
  number: true,
  width: 104,
  grows: 0,
  follows: 'requests',
};

const ANALYSED: readonly AccountColumn[] = [
  {
    key: 'score',
    title: 'Takes part',
    explains: `How likely the account takes part in an extraction campaign, and the score behind the word. ${CALIBRATION_NOTE}`,
    sort: 'score',
    number: false,
    width: 214,
    grows: 0,
  },
  {
    key: 'reason',
    title: 'Strongest signal',
    explains:
      'The signal of its own that speaks most for it, and its place in its cohort: the band holds the middle 90 %',
    sort: null,
    number: false,
    width: 190,
    grows: 1.2,
  },
  {
    key: 'operator',
    title: 'Operator',
    explains: 'The group of accounts that it acts together with',
    sort: null,
    number: false,
    width: 62,
    grows: 0,
  },
];

function measured(zone: string, allRequests: string): readonly AccountColumn[] {
  return [
    {
      key: 'account',
      title: 'Account',
      explains: 'Identifier in the imported data',
      sort: 'account',
      number: false,
      width: 128,
      grows: 1.3,
    },
    {
      key: 'requests',
      title: 'Requests',
      explains: 'Requests stored for the account',
      sort: 'requests',
      number: true,
      width: 74,
      grows: 0,
    },
    {
      key: 'share',
      title: 'Share of all',
      explains: `Percent of all ${allRequests} requests; the bar is full at the largest account`,
      sort: null,
      number: false,
      width: 84,
      grows: 0,
    },
    {
      key: 'spark',
      title: 'Activity',
      explains:
        'Requests in 60 equal bins over the time of the case, square-root scale, each row to its own maximum',
      sort: null,
      number: false,
      width: 92,
      grows: 0,
    },
    {
      key: 'first',
      title: 'First',
      explains: `First request, ${zone}`,
      sort: 'firstUs',
      number: false,
      width: 82,
      grows: 0,
    },
    {
      key: 'last',
      title: 'Last',
      explains: `Last request, ${zone}`,
      sort: 'lastUs',
      number: false,
      width: 82,
      grows: 0,
    },
    {
      key: 'days',
      title: 'Active days',
      explains: `Calendar days with a request, ${zone}`,
      sort: 'activeDays',
      number: true,
      width: 75,
      grows: 0,
    },
    {
      key: 'input',
      title: 'Input tokens',
      explains: 'Sum of input tokens',
      sort: 'inputTokens',
      number: true,
      width: 80,
      grows: 0,
    },
    {
      key: 'output',
      title: 'Output tokens',
      explains: 'Sum of output tokens',
      sort: 'outputTokens',
      number: true,
      width: 88,
      grows: 0,
    },
    {
      key: 'failed',
      title: 'Failed',
      explains: 'Requests whose status says they failed',
      sort: 'failed',
      number: true,
      width: 50,
      grows: 0,
    },
    {
      key: 'tags',
      title: 'Tags',
      explains: 'Tags on the account',
      sort: null,
      number: false,
      width: 70,
      grows: 1,
    },
    {
      key: 'comments',
      title: 'Comments',
      explains: 'Comments on the account',
      sort: null,
      number: true,
      width: 72,
      grows: 0,
    },
  ];
}
