import type { TopicPartition } from '../../../shared/contract/coverage.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatMean } from './coverage-words.ts';

/** The table twin of the strips. */
export function PartitionTable({ partition, labelledBy }: { partition: TopicPartition; labelledBy: string }) {
  const { topics, members } = partition;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="coverage-table" tabIndex={0} aria-label="Topics as a table">
      <table className="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col" className="number">
              Accounts
            </th>
            <th scope="col" className="number">
              By chance
            </th>
            <th scope="col">Largest account</th>
            <th scope="col" className="number">
              Its requests
            </th>
            <th scope="col" className="number">
              Its share
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </section>
  );
}
