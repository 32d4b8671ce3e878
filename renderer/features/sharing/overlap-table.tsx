import type { Overlap, OverlapResult } from '../../../shared/contract/sharing.ts';
import { useSession } from '../../store/session.ts';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { expiryWords } from './expiry-model.ts';
import { chanceWords, evidenceWords, falseMatchWords, likenessWords, SAYS_NOT } from './overlap-words.ts';

/** Accounts named in a row before their number stands for the rest. */
const NAMED = 5;

/** What the package and this case both have, how much of it chance makes, and what it does not say. */
export function OverlapTable({ result }: { result: OverlapResult }) {
  const { from, madeUs, expiresUs, units, overlaps, chance, falseMatches } = result;
  const zone = useSession((state) => state.case!.timeZone);
  const matched = new Set(overlaps.map(({ unit }) => unit)).size;
  return (
    <section className="overlap-result" aria-label="Overlap">
      <p role="status">
        <strong>
          {formatCount(matched)} of {formatUnits(units, 'operator')}
        </strong>{' '}
        of the package {matched === 1 ? 'has' : 'have'} something that this case has too.
      </p>
      <p className="soft">
        From <Shown text={from === '' ? 'an organisation that gave no name' : from} max={200} />, made{' '}
        {formatMinute(zone, madeUs)} ({zone}), expires {expiryWords(expiresUs)}. Nobody signed this: who made
        it is known only from how it reached you.
      </p>
      {overlaps.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className="overlap-scroll" aria-label="What both have" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">In the package</th>
                <th scope="col">What both have</th>
                <th scope="col">Here</th>
                <th scope="col" className="number">
                  Likeness
                </th>
                <th scope="col">Accounts here</th>
              </tr>
            </thead>
            <tbody>
              {overlaps.map((overlap, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; what both have can be there twice
                <Row key={index} overlap={overlap} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p>{chanceWords(chance)}</p>
      <p>{falseMatchWords(falseMatches)}</p>
      <p className="banner">{SAYS_NOT}</p>
    </section>
  );
}

function Row({ overlap }: { overlap: Overlap }) {
  const { unit, here, accounts, ofAccounts } = overlap;
  const named = accounts.slice(0, NAMED);
  return (
    <tr>
      <td>
        <Shown text={unit} max={40} />
      </td>
      <td>{evidenceWords(overlap)}</td>
      <td className="mono">
        <Shown text={here} max={80} />
      </td>
      <td className="number">{likenessWords(overlap)}</td>
      <td>
        {named.map((account, index) => (
          <span key={account}>
            {index > 0 && ', '}
            <Shown text={account} max={40} />
          </span>
        ))}
        {ofAccounts > named.length && (
          <span className="soft"> and {formatCount(ofAccounts - named.length)} more</span>
        )}
      </td>
    </tr>
  );
}
