import type { ReactNode, Ref } from 'react';
import { graphLink } from '../../../shared/contract/graph.ts';
import { formatReference } from '../../../shared/reference.ts';
import { useSession } from '../../store/session.ts';
import { openAccount, openOperator } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatMinute } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { LikelihoodWord } from '../analysis/likelihood-word.tsx';
import { formatBits, kindWords } from '../analysis/words.ts';
import { AnnotationsOf } from '../annotations/annotations-of.tsx';
import { ExpandList } from './expand-list.tsx';
import { useGraph } from './graph-store.ts';
import { LinkBars } from './link-bars.tsx';
import { nodeReference, refOf } from './node-id.ts';
import { canFold, type PictureState } from './picture-state.ts';
import type { SceneNode } from './scene.ts';
import type { GraphData } from './use-graph-data.ts';

interface Props {
  readonly node: SceneNode | undefined;
  readonly state: PictureState;
  readonly data: GraphData;
  readonly locked: boolean;
  readonly expandList: Ref<HTMLUListElement>;
  readonly acts: { fold(): void; lock(): void; remove(): void; path(): void };
}

/** What is selected, what can be done with it, and the link or path that is taken apart. */
export function SelectionPanel({ node, state, data, locked, expandList, acts }: Props) {
  const pair = useGraph((graph) => graph.pair);
  const shown = new Set(
    data.picture.accounts.flatMap(({ account, matches }) => (matches || !state.hideOutside ? account : [])),
  );
  return (
    <>
      {pair && <PairPanel pair={pair} accounts={data.overview.allAccounts} />}
      {!pair && !node && (
        <section aria-label="Selection">
          <h2>Nothing selected</h2>
          <p className="soft">
            Select an operator, an account or a shared value to expand it. Select a line to take the link
            apart. Double-click, or E, shows what an expansion would bring.
          </p>
        </section>
      )}
      {!pair && node && (
        <section aria-label="Selection">
          <h2>
            {heading(node)} <Name text={node.name} mono={node.type !== 'operator'} />
          </h2>
          <Facts node={node} data={data} />
          <div className="graph-acts">
            {node.type === 'account' && (
              <button type="button" onClick={() => openAccount(node.name)}>
                Open account
              </button>
            )}
            {node.type === 'operator' && (
              <button type="button" onClick={() => openOperator(node.name)}>
                Open operator
              </button>
            )}
            <button type="button" onClick={acts.fold} disabled={!canFold(state, node.id)}>
              Fold
            </button>
            <button type="button" aria-pressed={locked} onClick={acts.lock}>
              Locked
            </button>
            <button type="button" onClick={acts.remove}>
              Remove
            </button>
            {node.type === 'account' && (
              <button type="button" onClick={acts.path}>
                Path
              </button>
            )}
          </div>
          <h3>Expand by</h3>
          <ExpandList ref={expandList} node={node} state={state} shown={shown} />
          <AnnotationsOf references={[formatReference(nodeReference(refOf(node.id)))]} />
        </section>
      )}
      <PathPanel data={data} />
    </>
  );
}

const heading = ({ type, kind }: SceneNode) =>
  type === 'operator' ? 'Operator' : type === 'account' ? 'Account' : kindWords(kind ?? '');

function Name({ text, mono }: { text: string; mono: boolean }) {
  return (
    <span className={mono ? 'mono wrap' : ''}>
      <Shown text={text} max={160} />
    </span>
  );
}

function Facts({ node, data }: { node: SceneNode; data: GraphData }) {
  const zone = useSession((session) => session.case!.timeZone);
  const account = data.picture.accounts.find((one) => node.type === 'account' && one.account === node.name);
  return (
    <dl className="graph-facts">
      {node.likelihood && (
        <Fact name="Extraction campaign">
          <LikelihoodWord likelihood={node.likelihood} />
        </Fact>
      )}
      {node.type !== 'account' && (
        <Fact name={node.type === 'operator' ? 'Accounts' : 'Carried by'}>
          {formatCount(node.accounts)} of {formatCount(data.overview.allAccounts)} accounts
        </Fact>
      )}
      {node.type === 'operator' && node.matching < node.accounts && (
        <Fact name="Match the filter">
          {formatCount(node.matching)} of {formatCount(node.accounts)} accounts
        </Fact>
      )}
      {node.type === 'account' && node.outside && <Fact name="Filter">outside</Fact>}
      {account && <Fact name="Operator">{account.operator ?? 'none'}</Fact>}
      {account && <Fact name="Linked to">{formatCount(account.tiedTo)} accounts of its operator</Fact>}
      {node.hidden > 0 && <Fact name="Not shown">{formatCount(node.hidden)} of its neighbours</Fact>}
      <Fact name="First seen">
        {formatMinute(zone, node.sinceUs)} {node.sinceUs === null ? '' : zone}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PairPanel({ pair: [a, b], accounts }: { pair: readonly [string, string]; accounts: number }) {
  const dataVersion = useSession((session) => session.dataVersion);
  const link = useCall(graphLink, { a, b }, dataVersion);
  return (
    <section aria-label="Selection">
      <h2>The link of two accounts</h2>
      <p>
        <Name text={a} mono /> and <Name text={b} mono />
      </p>
      {link.error !== undefined && <ErrorPanel error={link.error} onRetry={link.retry} />}
      {link.value === null && <p className="soft">No link between them is kept.</p>}
      <AnnotationsOf references={[formatReference({ kind: 'link', a, b })]} />
      {link.value && <LinkBars link={link.value} accounts={accounts} />}
      <p className="soft">With all kinds of evidence, also those left out of the picture.</p>
      <button type="button" onClick={() => useGraph.setState({ pair: null })}>
        Close
      </button>
    </section>
  );
}

function PathPanel({ data }: { data: GraphData }) {
  const path = useGraph((graph) => graph.path);
  if (!path) return null;
  const end = (text: string) => <Name text={text} mono />;
  return (
    <section aria-label="Path">
      <h2>Path</h2>
      {path.to === null ? (
        <p>From {end(path.from)}: select another account and press P, or Path.</p>
      ) : (
        <p>
          From {end(path.from)} to {end(path.to)}
        </p>
      )}
      {path.to !== null && data.path === null && (
        <p className="soft">No links that count join them. They may belong to two operators.</p>
      )}
      {data.path && (
        <>
          <p className="soft">
            Of all paths the one whose weakest link is strongest: {formatCount(data.path.links.length)}{' '}
            {data.path.links.length === 1 ? 'link' : 'links'}.
          </p>
          <ol className="graph-path">
            {data.path.links.map((link, at) => (
              <li key={JSON.stringify([link.a, link.b])}>
                <button
                  type="button"
                  className="link mono"
                  onClick={() => useGraph.setState({ pair: [link.a, link.b] })}
                >
                  <Shown text={link.a} max={40} /> – <Shown text={link.b} max={40} />
                </button>{' '}
                <span className={at === data.path?.weakest ? 'warn' : 'soft'}>
                  {formatBits(link.bits)}
                  {at === data.path?.weakest ? ' weakest' : ''}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      <button type="button" onClick={() => useGraph.setState({ path: null })}>
        Drop the path
      </button>
    </section>
  );
}
