import { Fragment, useState } from 'react';
import type { TextHit } from '../../../shared/contract/texts.ts';
import { formatCount, formatMinute } from '../../ui/format.ts';
import { maskedWords } from './model.ts';
import { Reveal } from './reveal.tsx';
import { TextRequests } from './text-requests.tsx';

/** Texts that were found, without their words; each can be revealed, and its requests listed. */
export function TextTable({ hits, zone }: { hits: readonly TextHit[]; zone: string }) {
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <table className="table text-table" aria-label="Texts found">
      <thead>
        <tr>
          <th scope="col">Text</th>
          <th scope="col" className="number">
            Requests
          </th>
          <th scope="col" className="number">
            Accounts
          </th>
          <th scope="col">First ({zone})</th>
          <th scope="col">Last ({zone})</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => (
          <Fragment key={hit.id}>
            <tr aria-current={opened === hit.id ? 'true' : undefined}>
              <td>
                <Reveal what={{ id: hit.id }} masked={maskedWords(hit.characters, hit.hash)} />
              </td>
              <td className="number">
                <button
                  type="button"
                  className="link"
                  aria-expanded={opened === hit.id}
                  aria-label={`${formatCount(hit.requests)} requests with this text`}
                  onClick={() => setOpened(opened === hit.id ? null : hit.id)}
                >
                  {formatCount(hit.requests)}
                </button>
              </td>
              <td className="number">{formatCount(hit.accounts)}</td>
              <td className="time">{formatMinute(zone, hit.firstUs)}</td>
              <td className="time">{formatMinute(zone, hit.lastUs)}</td>
            </tr>
            {opened === hit.id && (
              <tr>
                <td colSpan={5}>
                  <TextRequests id={hit.id} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
