import type { CarriedIdentifier } from '../../../shared/contract/records.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { IDENTIFIER_TITLES } from './record-model.ts';

/** What an account carries that others may carry too, and how many do; nothing without any. */
export function IdentifierTable({ identifiers }: { identifiers: readonly CarriedIdentifier[] }) {
  if (identifiers.length === 0) return null;
  return (
    <table className="table" aria-label="Identifiers">
      <thead>
        <tr>
          <th scope="col">Identifier</th>
          <th scope="col">Compared as</th>
          <th scope="col">In the file</th>
          <th scope="col" className="number">
            Accounts that carry it
          </th>
        </tr>
      </thead>
      <tbody>
        {identifiers.map((identifier) => (
          <tr key={`${identifier.kind} ${identifier.value}`}>
            <th scope="row">{IDENTIFIER_TITLES[identifier.kind]}</th>
            <td className="mono">
              <Shown text={identifier.value} max={80} />
              {identifier.class && <span className="soft"> {identifier.class}</span>}
            </td>
            <td className="mono">
              <Shown text={identifier.originals.join('  ')} max={120} />
            </td>
            <td className="number">
              {formatCount(identifier.accounts)}{' '}
              <span className="soft">of {formatCount(identifier.ofAccounts)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
