import type { AccountContent } from '../../../shared/contract/coverage.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { className } from './draw-treemap.ts';
import { TwinTable } from './twin-table.tsx';

const NUMBERS = ['Requests', 'Of its class', 'Of all'];
const COLUMNS = ['Capability', 'Topic', ...NUMBERS];

/** The table twin of the treemap. */
export function TreemapTable({ content, labelledBy }: { content: AccountContent; labelledBy: string }) {
  return (
    <TwinTable label="Capabilities as a table" labelledBy={labelledBy} columns={COLUMNS} numbers={NUMBERS}>
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
    </TwinTable>
  );
}
