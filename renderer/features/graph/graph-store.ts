import { create } from 'zustand';
import type { GraphPlace } from '../../../shared/contract/graph.ts';
import { placeNodes } from '../../../shared/contract/graph.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { engine } from '../../engine.ts';
import { notesChanged, useSession, whenCaseGoes } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { messageOf } from '../../ui/message-of.ts';
import {
  act,
  type History,
  type Placing,
  present,
  redoable,
  startHistory,
  stepped,
  undoable,
} from './history.ts';
import type { NodeId } from './node-id.ts';
import { OVERVIEW, type PictureState, startFrom } from './picture-state.ts';

export type GraphTab = 'picture' | 'matrix' | 'nodes' | 'links';

interface GraphStore {
  /** The file of the case that the picture is of. */
  readonly of: string | null;
  readonly seed: string;
  readonly history: History;
  readonly selected: NodeId | null;
  /** Two accounts whose link is taken apart. */
  readonly pair: readonly [string, string] | null;
  /** Where a path begins, and where it ends once it is asked for. */
  readonly path: { readonly from: string; readonly to: string | null } | null;
  /** Shown as at this time; null for the end. */
  readonly untilUs: number | null;
  readonly tab: GraphTab;
}

const FRESH = {
  seed: '',
  history: startHistory(OVERVIEW),
  selected: null,
  pair: null,
  path: null,
  untilUs: null,
  tab: 'picture',
} as const;

export const useGraph = create<GraphStore>(() => ({ of: null, ...FRESH }));

/** Local places of nodes in their areas, by arrangement; they outlive undo, so that what comes back stands where it was. */
export const settled = new Map<number, Map<NodeId, { readonly x: number; readonly y: number }>>();

whenCaseGoes(() => {
  settled.clear();
  useGraph.setState({ of: null, ...FRESH });
});

export const usePicture = (): PictureState => useGraph(({ history }) => present(history));

/** Enters the picture of a case, from a selection if there is one; the picture left before is kept otherwise. */
export function enterGraph(caseFile: string, seed: { operator?: string; account?: string }): void {
  if (useGraph.getState().of !== caseFile) {
    settled.clear();
    useGraph.setState({ of: caseFile, ...FRESH });
  }
  const key = JSON.stringify(seed);
  if (key === '{}' || key === useGraph.getState().seed) return;
  const name = seed.operator ?? seed.account ?? '';
  useGraph.setState({ seed: key });
  change(`begin with ${shownText(name, { max: 40 })}`, (state) => ({
    ...startFrom(seed),
    arrangement: state.arrangement,
  }));
  select(`${seed.operator === undefined ? 'account' : 'operator'}:${name}`);
}

/** An act on what the picture shows. */
export function change(title: string, next: (state: PictureState) => PictureState): void {
  useGraph.setState(({ history }) => {
    const state = next(present(history));
    if (JSON.stringify(state) === JSON.stringify(present(history))) return {};
    return { history: act(history, { title, state, placed: [], before: [] }) };
  });
}

export function select(selected: NodeId | null): void {
  useGraph.setState({ selected, pair: null });
}

/** Puts nodes somewhere, or lets them go; kept with the case. */
export async function place(
  title: string,
  placed: readonly Placing[],
  known: readonly GraphPlace[],
): Promise<void> {
  const before = placed.map(({ node }): Placing => {
    const old = known.find((one) => one.node === node);
    return { node, at: old ? { x: old.x, y: old.y } : null };
  });
  if (!(await write(placed))) return;
  useGraph.setState(({ history }) => ({
    history: act(history, { title, state: present(history), placed, before }),
  }));
}

export const undoAct = () => stepAct(-1);
export const redoAct = () => stepAct(1);

async function stepAct(by: -1 | 1): Promise<void> {
  const { history } = useGraph.getState();
  const one = by < 0 ? undoable(history) : redoable(history);
  const { history: next, places } = stepped(history, by);
  if (!one || (places.length > 0 && !(await write(places)))) return;
  useGraph.setState({ history: next });
  say(`${by < 0 ? 'Undone' : 'Done again'}: ${one.title}.`);
}

/** False where the case could not be written; why is said. */
async function write(placed: readonly Placing[]): Promise<boolean> {
  try {
    await engine.call(placeNodes, { places: placed.map(({ node, at }) => ({ node, at })) });
  } catch (error) {
    say(messageOf(error));
    return false;
  }
  await notesChanged();
  return true;
}

/** Where the case comes from, for telling pictures of two cases apart. */
export const useCaseFile = (): string => useSession((state) => state.file?.grant ?? '');
