import { useDeferredValue, useId, useState } from 'react';
import { type GraphFound, graphAround, graphSearch } from '../../../shared/contract/graph.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { engine } from '../../engine.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { kindWords } from '../analysis/words.ts';
import { change, select } from './graph-store.ts';
import { accountNode, operatorNode, valueNode } from './node-id.ts';
import { expanded, withRoot } from './picture-state.ts';

const MOST = 12;

/** Finds an operator, an account or a shared value and puts it into the picture. */
export function GraphSearch() {
  const dataVersion = useSession((session) => session.dataVersion);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useCall(graphSearch, wanted === '' ? null : { text: wanted, limit: MOST }, dataVersion, true);
  const id = useId();
  const isShown = wanted !== '' && found.value !== undefined;
  const put = async (one: GraphFound) => {
    setText('');
    try {
      await putIn(one);
    } catch (error) {
      say(messageOf(error));
    }
  };
  return (
    <search className="graph-search">
      <label htmlFor={id} className="visually-hidden">
        Put an operator, account or identifier into the picture
      </label>
      <input
        id={id}
        type="search"
        placeholder="Add operator, account, identifier"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setText('');
          if (key === 'Enter' && found.value?.results[0] && isShown) void put(found.value.results[0]);
        }}
      />
      {isShown && (
        <div className="graph-found">
          <p className="soft" role="status">
            {formatCount(found.value?.results.length ?? 0)} of{' '}
            {formatUnits(found.value?.total ?? 0, 'match', 'matches')}
          </p>
          <ul aria-label="Found">
            {found.value?.results.map((one) => (
              <li key={JSON.stringify(one)}>
                <button type="button" onClick={() => void put(one)}>
                  <Found one={one} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}

function Found({ one }: { one: GraphFound }) {
  if (one.found === 'operator')
    return (
      <>
        operator <Shown text={one.id} max={40} />{' '}
        <span className="soft">{formatUnits(one.accounts, 'account')}</span>
      </>
    );
  if (one.found === 'account')
    return (
      <>
        account{' '}
        <span className="mono">
          <Shown text={one.account} max={40} />
        </span>{' '}
        <span className="soft">{one.operator ?? 'no operator'}</span>
      </>
    );
  return (
    <>
      {kindWords(one.kind)}{' '}
      <span className="mono">
        <Shown text={one.value} max={40} />
      </span>{' '}
      <span className="soft">{formatUnits(one.accounts, 'account')}</span>
    </>
  );
}

async function putIn(one: GraphFound): Promise<void> {
  if (one.found === 'value') {
    const node = valueNode(one.kind, one.value);
    const [around] = await engine.call(graphAround, { node: { kind: one.kind, value: one.value } });
    if (!around) return;
    change(`put in ${kindWords(one.kind)} with ${formatUnits(around.accounts.length, 'account')}`, (state) =>
      expanded(state, { at: node, kind: one.kind, accounts: around.accounts }),
    );
    select(node);
    return;
  }
  const node = one.found === 'operator' ? operatorNode(one.id) : accountNode(one.account);
  const name = shownText(one.found === 'operator' ? one.id : one.account, { max: 40 });
  change(`put in ${one.found} ${name}`, (state) => withRoot(state, node));
  select(node);
}
