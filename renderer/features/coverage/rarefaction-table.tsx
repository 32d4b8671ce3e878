import { EQUAL_N, type TopicRarefaction } from '../../../shared/contract/coverage.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatMean, percent } from './coverage-words.ts';
import { TwinTable } from './twin-table.tsx';

const NUMBERS = ['Requests', 'Topics', `In any ${EQUAL_N}`, 'Used alike', 'Coverage'];
const COLUMNS = ['Account', ...NUMBERS];

/** The table twin of the rarefaction: each account, and all together, at equal n. */
export function RarefactionTable({
  rarefaction: { union, members },
  labelledBy,
}: {
  rarefaction: TopicRarefaction;
  labelledBy: string;
}) {
  const curves = [...(union && members.length > 1 ? [union] : []), ...members];
  return (
    <TwinTable label="Rarefaction as a table" labelledBy={labelledBy} columns={COLUMNS} numbers={NUMBERS}>
      {curves.map(({ account, requests, topics, equal }) => (
        <tr key={account ?? ''}>
          <td className={account === null ? undefined : 'mono'}>
            {account === null ? 'all together' : <Shown text={account} max={60} />}
          </td>
          <td className="number">{formatCount(requests)}</td>
          <td className="number">{formatCount(topics)}</td>
          <td className="number">{equal ? formatMean(equal.expected) : '–'}</td>
          <td className="number">{equal ? formatMean(equal.hill1) : '–'}</td>
          <td className="number">{equal ? percent(equal.coverage) : '–'}</td>
        </tr>
      ))}
    </TwinTable>
  );
}
