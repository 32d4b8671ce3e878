import { EQUAL_N, type TopicRarefaction } from '../../../shared/contract/coverage.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatMean, percent } from './coverage-words.ts';

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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="coverage-table" tabIndex={0} aria-label="Rarefaction as a table">
      <table className="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col" className="number">
              Topics
            </th>
            <th scope="col" className="number">
              In any {EQUAL_N}
            </th>
            <th scope="col" className="number">
              Used alike
            </th>
            <th scope="col" className="number">
              Coverage
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </section>
  );
}
