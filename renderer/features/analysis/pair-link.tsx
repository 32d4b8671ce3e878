import { useId, useRef } from 'react';
import type { Link } from '../../../shared/contract/analysis.ts';
import { formatReference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { pickPair } from '../../store/views.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { LinkList } from './link-list.tsx';
import { LinkMatrix } from './link-matrix.tsx';
import { Waterfall } from './waterfall.tsx';
import { linkBetween, partnersOf } from './waterfall-model.ts';
import { formatBits } from './words.ts';

interface Props {
  /** By score. */
  readonly members: readonly string[];
  readonly links: readonly Link[];
  /** Links there are, of which a large operator keeps only the strongest. */
  readonly total: number;
  /** null for the strongest link. */
  readonly pair: readonly [string, string] | null;
  /** Accounts that were analysed. */
  readonly accounts: number;
}

/** Two accounts to choose, and the waterfall of the link between them. */
export function PairLink({ members, links, total, pair, accounts }: Props) {
  const parts = useRef<HTMLDivElement>(null);
  const strongest = links[0];
  const [a, b] = pair ?? (strongest ? [strongest.a, strongest.b] : [members[0], members[1]]);
  const partners = partnersOf(members, links, a);
  const link = linkBetween(links, a, b);
  const first = members.map((account) => ({ account, text: shownText(account, { max: 60 }) }));
  const second = partners.map(({ account, bits }) => ({
    account,
    text: `${shownText(account, { max: 60 })} · ${bits === null ? 'no link kept' : `${formatBits(bits)} bits`}`,
  }));
  // The list can be longer than the window, with the waterfall above it.
  const pickAndShow = (chosen: readonly [string, string]) => {
    pickPair(chosen);
    parts.current?.scrollIntoView({ block: 'nearest' });
  };
  const chooseFirst = (account: string) => {
    const best = partnersOf(members, links, account)[0];
    pickPair([account, account === b && best ? best.account : b]);
  };
  return (
    <>
      <div className="pair-link" ref={parts}>
        <LinkMatrix accounts={members} links={links} pair={[a, b]} onPick={pickPair} />
        <div>
          <div className="pair">
            <Choice label="From" value={a} choices={first} onChoose={chooseFirst} />
            <Choice label="To" value={b} choices={second} onChoose={(account) => pickPair([a, account])} />
          </div>
          <AnnotationsOf references={[formatReference({ kind: 'link', a, b })]} />
          {link ? (
            <Waterfall link={link} accounts={accounts} />
          ) : (
            <p className="soft">
              No link between these two is kept. Either nothing ties them directly and others hold them
              together, or the operator has so many links that only its strongest were kept. Choose another
              account under To.
            </p>
          )}
        </div>
      </div>
      {links.length > 1 && <LinkList links={links} total={total} onPick={pickAndShow} />}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly account: string; readonly text: string }[];
  readonly onChoose: (account: string) => void;
}

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="mono" value={value} onChange={(event) => onChoose(event.target.value)}>
        {choices.map(({ account, text }) => (
          <option key={account} value={account}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}
