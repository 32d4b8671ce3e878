import { useId } from 'react';
import type { Agreement } from '../../../shared/contract/coding.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { kappaWords, leftOutWords } from './result-words.ts';

interface Props {
  /** Who codes in the rows and who in the columns. */
  readonly rows: string;
  readonly columns: string;
  readonly agreement: Agreement;
}

const ANSWERS = ['together', 'apart'] as const;

/** How far two codings agree: the table of both, and agreement beyond chance. */
export function AgreementPart({ rows, columns, agreement }: Props) {
  const id = useId();
  const { table, decided, observed } = agreement;
  const same = table[0][0] + table[1][1];
  const leftOut = leftOutWords(agreement);
  return (
    <div className="agreement">
      <h3 id={id}>
        <Shown text={rows} max={60} /> and <Shown text={columns} max={60} />{' '}
        <span className="soft">{formatUnits(decided, 'account')} decided by both</span>
      </h3>
      <table className="table" aria-labelledby={id}>
        <thead>
          <tr>
            <td />
            {ANSWERS.map((answer) => (
              <th key={answer} scope="col" className="number">
                <Shown text={columns} max={30} />: {answer}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ANSWERS.map((answer, row) => (
            <tr key={answer}>
              <th scope="row">
                <Shown text={rows} max={30} />: {answer}
              </th>
              {ANSWERS.map((other, column) => (
                <td key={other} className={row === column ? 'number strong' : 'number'}>
                  {formatCount(table[row][column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {observed !== null &&
          `They say the same of ${formatCount(same)} of ${formatCount(decided)} (${formatShare(same, decided)}). `}
        {kappaWords(agreement)} {leftOut}
      </p>
    </div>
  );
}
