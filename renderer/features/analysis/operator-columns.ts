import { CALIBRATION_NOTE, type OperatorSort } from '../../../shared/contract/analysis.ts';
import type { Column } from '../../ui/columns.ts';
import { formatCount } from '../../ui/format.ts';

export type OperatorColumn = Column<OperatorSort>;

/**
 * The columns of the list of operators, in order; that of the filter under one.
 * @param accounts how many the analysis looked at
 * @param requests of the case
 */
export function operatorColumns(
  accounts: number,
  requests: number,
  filtered: boolean,
): readonly OperatorColumn[] {
  const columns: readonly OperatorColumn[] = [
    column('operator', 'Operator', 'Its name, kept over analyses as long as most accounts stay', 76),
    {
      ...column('accounts', 'Accounts', `Of ${formatCount(accounts)} accounts analysed`, 68),
      sort: 'accounts',
      number: true,
    },
    {
      ...column('matching', 'Matching', 'Accounts with requests that meet the filter, of its accounts', 84),
      number: true,
      follows: 'accounts',
    },
    {
      ...column('requests', 'Requests', `Of all ${formatCount(requests)} requests`, 74),
      sort: 'requests',
      number: true,
    },
    {
      ...column('share', 'Share of all', `Percent of all ${formatCount(requests)} requests`, 78),
      number: true,
    },
    {
      ...column(
        'campaign',
        'Campaign',
        `How likely this is an extraction campaign. ${CALIBRATION_NOTE}`,
        166,
      ),
      sort: 'score',
    },
    {
      ...column('score', 'Score', `The probability behind the word, 0 to 1. ${CALIBRATION_NOTE}`, 68),
      number: true,
    },
    {
      ...column(
        'spread',
        'Accounts in their cohorts',
        'Where its accounts lie among those each is compared with, in the signal of their own that speaks most for the operator',
        240,
      ),
      grows: 2,
    },
    {
      ...column('reason', 'Strongest reason', 'Why the accounts were put together, strongest first', 140),
      grows: 1,
    },
    column('together', 'Act together', 'How likely its accounts act together', 104),
    column('extraction', 'Extraction', 'How likely its use is systematic extraction', 122),
    column('access', 'Access', 'How likely its access is illegitimate', 130),
  ];
  return filtered ? columns : columns.filter(({ key }) => key !== 'matching');
}

/** Keys of the columns that are shown where nobody chose any: the share stands back, the requests have it as a title. */
export function usualOperatorColumns(columns: readonly OperatorColumn[]): readonly string[] {
  return columns.map(({ key }) => key).filter((key) => key !== 'share');
}

function column(key: string, title: string, explains: string, width: number): OperatorColumn {
  return { key, title, explains, sort: null, number: false, width, grows: 0 };
}
