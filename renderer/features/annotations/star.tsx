import type { Annotation } from '../../../shared/contract/annotations.ts';
import { toggleStar } from '../../store/annotations.ts';

/** A five-pointed star of the size of a letter, filled or as an outline. */
export function Star({ filled }: { filled: boolean }) {
  return <span className={filled ? 'star star-filled' : 'star'} aria-hidden="true" />;
}

interface Props {
  readonly reference: string;
  /** What it is, for those who hear the button: `operator O-3`. */
  readonly name: string;
  readonly annotations: readonly Annotation[];
}

/** Puts a star on what the reference names, or takes it away. */
export function StarButton({ reference, name, annotations }: Props) {
  const starred = annotations.some(({ kind, on }) => kind === 'star' && on === reference);
  return (
    <button
      type="button"
      className="quiet star-button"
      aria-pressed={starred}
      aria-label={`Star ${name}`}
      onClick={() => toggleStar(reference)}
    >
      <Star filled={starred} /> Star
    </button>
  );
}
