import type { TopicPartition } from '../../../shared/contract/coverage.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatMean } from './coverage-words.ts';
import { TwinTable } from './twin-table.tsx';

const NUMBERS = ['Requests', 'Accounts', 'By chance', 'Its requests', 'Its share'];
const COLUMNS = [
  'Topic',
  'Requests',
  'Accounts',
  'By chance',
  'Largest account',
  'Its requests',
  'Its share',
];

/** The table twin of the strips. */
export function PartitionTable({ partition, labelledBy }: { partition: TopicPartition; labelledBy: string }) {
  const { topics, members } = partition;
  return (
    <TwinTable label="Topics as a table" labelledBy={labelledBy} columns={COLUMNS} numbers={NUMBERS}>
      {topics.map(({ topic, requests, accounts, expected, parts: [largest] }) => (
        <tr key={topic}>
          <td>
            <Shown text={topic} max={80} />
          </td>
          <td className="number">{formatCount(requests)}</td>
          <td className="number">{formatCount(accounts)}</td>
          <td className="number">{formatMean(expected)}</td>
          <td className="mono">
            <Shown text={members[largest.member].account} max={60} />
          </td>
          <td className="number">{formatCount(largest.requests)}</td>
          <td className="number">{formatShare(largest.requests, requests)}</td>
        </tr>
      ))}
    </TwinTable>
  );
}
