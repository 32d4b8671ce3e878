import type { AccountContent } from '../../../shared/contract/coverage.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { className } from './draw-treemap.ts';

/** The table twin of the treemap. */
export function TreemapTable({ content, labelledBy }: { content: AccountContent; labelledBy: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="coverage-table" tabIndex={0} aria-label="Capabilities as a table">
      <table className="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Capability</th>
            <th scope="col">Topic</th>
            <th scope="col" className="number">
              Requests
            </th>
            <th scope="col" className="number">
              Of its class
            </th>
            <th scope="col" className="number">
              Of all
            </th>
          </tr>
        </thead>
        <tbody>
          {content.classes.flatMap(({ capability, requests: ofClass, topics }) =>
            topics.map(({ topic, requests }) => (
              <tr key={`${capability} ${topic === null ? '' : `topic ${topic}`}`}>
                <td>{className(capability)}</td>
                <td>{topic === null ? 'no topic' : <Shown text={topic} max={80} />}</td>
                <td className="number">{formatCount(requests)}</td>
                <td className="number">{formatShare(requests, ofClass)}</td>
                <td className="number">{formatShare(requests, content.requests)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
