import type { OperatorResult, WeakestBridge } from '../../../shared/contract/analysis.ts';
import { pickPair } from '../../store/views.ts';
import { formatCount } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { withoutKinds } from './operator-model.ts';
import { FAMILY_WORDS, formatBits, kindWords } from './words.ts';

/** What the accounts share, by kind, how much of the operator stands without it, and where it would fall apart first. */
export function EvidenceTable({ operator }: { operator: OperatorResult }) {
  const { evidence, accounts, weakestBridge } = operator;
  const without = withoutKinds(operator);
  const most = Math.max(1, ...evidence.map(({ bits }) => bits));
  return (
    <>
      {evidence.length === 0 && <p className="soft">No single kind of evidence stands out.</p>}
      {evidence.length > 0 && (
        <table className="table evidence-table" aria-label="Evidence by kind">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col" className="number">
                Accounts that share it
              </th>
              <th scope="col" title="Bits that the kind adds to the median link that has it">
                Bits, median link
              </th>
              <th scope="col">For example</th>
              <th scope="col">Largest part without it</th>
            </tr>
          </thead>
          <tbody>
            {evidence.map(({ kind, family, bits, accounts: sharing, example }) => (
              <tr key={kind}>
                <th scope="row">
                  <span className="signal-title nowrap">{kindWords(kind)}</span>
                  <span className="soft">{FAMILY_WORDS[family]}</span>
                </th>
                <td className="number">
                  {formatCount(sharing)} <span className="soft">of {formatCount(accounts.length)}</span>
                </td>
                <td className="nowrap">
                  <span className="bar-cell">
                    <svg width={92} height={10} aria-hidden="true">
                      <rect
                        className="bits-for"
                        width={Math.max(1, (Math.max(0, bits) / most) * 92)}
                        height={10}
                      />
                    </svg>
                    {formatBits(bits)}
                  </span>
                </td>
                <td className="mono wrap">
                  <Shown text={example} max={240} />
                </td>
                <td className="nowrap">
                  <Without left={without.get(kind)} of={accounts.length} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="bridge">
        <Bridge bridge={weakestBridge} />
      </p>
    </>
  );
}

function Without({ left, of }: { left: number | undefined; of: number }) {
  if (left === undefined) return <span className="soft">–</span>;
  return (
    <span className="bar-cell">
      <svg width={48} height={8} aria-hidden="true">
        <rect className="use-bar-all" width={48} height={8} />
        <rect className="without-left" width={(left / of) * 48} height={8} />
      </svg>
      {formatCount(left)} <span className="soft">of {formatCount(of)}</span>
    </span>
  );
}

function Bridge({ bridge }: { bridge: WeakestBridge | null }) {
  if (bridge === null) {
    return (
      <span className="soft">
        Where it would fall apart first was not sought: it is too large or not in one piece.
      </span>
    );
  }
  const names = (
    <>
      <span className="mono">
        <Shown text={bridge.a} max={60} />
      </span>{' '}
      and{' '}
      <span className="mono">
        <Shown text={bridge.b} max={60} />
      </span>
    </>
  );
  return (
    <>
      <strong>Weakest bridge.</strong>{' '}
      {bridge.splits ? (
        <>
          The operator falls in two without the one link between {names}, {bridge.bits.toFixed(1)} bits.
        </>
      ) : (
        <>
          No one link alone holds it together. The links of its weakest cut, that between {names} among them,
          come to {bridge.bits.toFixed(1)} bits.
        </>
      )}{' '}
      <button type="button" className="quiet" onClick={() => pickPair([bridge.a, bridge.b])}>
        Take this link apart
      </button>
    </>
  );
}
