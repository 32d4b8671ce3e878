import { forwardRef } from 'react';
import { graphAround } from '../../../shared/contract/graph.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { change } from './graph-store.ts';
import { expansionWords } from './graph-words.ts';
import { refOf } from './node-id.ts';
import { expanded, opened, type PictureState } from './picture-state.ts';
import type { SceneNode } from './scene.ts';

interface Props {
  readonly node: SceneNode;
  readonly state: PictureState;
  /** Accounts in the picture. */
  readonly shown: ReadonlySet<string>;
}

/** What a node can be expanded by, each kind with what it brings, before anything happens. */
export const ExpandList = forwardRef<HTMLUListElement, Props>(function ExpandList(
  { node, state, shown },
  ref,
) {
  const dataVersion = useSession((session) => session.dataVersion);
  const target = refOf(node.id);
  const around = useCall(graphAround, { node: target }, dataVersion);
  if (around.error !== undefined) return <ErrorPanel error={around.error} onRetry={around.retry} />;
  if (!around.value) return null;
  const isOpen = (kind: string) =>
    state.expansions.some((one) => one.at === node.id && (one.kind === kind || node.type === 'value'));
  const toOpen = 'operator' in target && !state.open.includes(target.operator) ? target.operator : null;
  return (
    <ul ref={ref} className="graph-expand" aria-label="Expand by">
      {toOpen !== null && (
        <li>
          <button
            type="button"
            onClick={() =>
              change(`show the accounts of ${shownText(toOpen, { max: 40 })}`, (now) => opened(now, toOpen))
            }
          >
            Show its {formatUnits(node.accounts, 'account')}
          </button>
        </li>
      )}
      {toOpen === null &&
        around.value.map((one) => {
          const words = expansionWords(one, shown);
          const out = state.without.includes(one.kind);
          return (
            <li key={one.kind}>
              <button
                type="button"
                disabled={isOpen(one.kind) || out}
                title={out ? 'This kind of evidence is left out' : undefined}
                onClick={() =>
                  change(`expand by ${words}`, (now) =>
                    expanded(now, { at: node.id, kind: one.kind, accounts: one.accounts }),
                  )
                }
              >
                {words}
              </button>
            </li>
          );
        })}
      {toOpen === null && around.value.length === 0 && (
        <li className="soft">Nothing ties it to other accounts.</li>
      )}
    </ul>
  );
});
