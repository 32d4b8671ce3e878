import { movedBy } from './walk.ts';

interface Props {
  readonly ids: readonly string[];
  readonly id: string;
  /** Towards the beginning, and towards the end. */
  readonly names: readonly [string, string];
  readonly onMove: (ids: readonly string[]) => void;
}

/** Moves one of several by one place. */
export function MoveButtons({ ids, id, names, onMove }: Props) {
  return ([-1, 1] as const).map((by, at) => {
    const moved = movedBy(ids, id, by);
    return (
      <button key={by} type="button" disabled={!moved} onClick={() => moved && onMove(moved)}>
        {names[at]}
      </button>
    );
  });
}
