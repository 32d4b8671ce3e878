import type { GraphPicture } from '../../../shared/contract/graph.ts';
import { formatCount } from '../../ui/format.ts';
import { LinkMatrix } from '../analysis/link-matrix.tsx';
import { LEAST_DRAWN, MOST_DRAWN } from '../analysis/matrix-model.ts';
import { useGraph } from './graph-store.ts';
import { accountNode } from './node-id.ts';
import type { Scene } from './scene.ts';

/** The accounts of the picture each against each, for groups too dense for lines. */
export function MatrixTab({ picture, scene }: { picture: GraphPicture; scene: Scene }) {
  const pair = useGraph((graph) => graph.pair);
  const shown = new Set(scene.nodes.map(({ id }) => id));
  const all = picture.accounts.filter(({ account }) => shown.has(accountNode(account)));
  const accounts = [...all]
    .sort((one, other) => other.score - one.score || (one.account < other.account ? -1 : 1))
    .slice(0, MOST_DRAWN)
    .map(({ account }) => account);
  const here = new Set(accounts);
  const links = picture.links
    .map(({ a, b, bits }) => ({ a: picture.accounts[a].account, b: picture.accounts[b].account, bits }))
    .filter(({ a, b }) => here.has(a) && here.has(b));
  if (accounts.length < LEAST_DRAWN || links.length === 0)
    return (
      <p className="graph-note">
        A matrix takes at least {LEAST_DRAWN} accounts with links between them. Show the accounts of an
        operator first.
      </p>
    );
  return (
    <div className="graph-matrix">
      <h2>
        Links, each account against each{' '}
        <span className="soft">
          {formatCount(accounts.length)} of {formatCount(all.length)} accounts of the picture, by score;{' '}
          {formatCount(links.length)} of {formatCount(picture.allLinks)} links
        </span>
      </h2>
      <LinkMatrix
        accounts={accounts}
        links={links}
        pair={pair ?? ['', '']}
        onPick={(chosen) => useGraph.setState({ pair: chosen })}
      />
    </div>
  );
}
