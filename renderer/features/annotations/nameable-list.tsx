import { Shown } from '../../ui/shown.tsx';
import type { Nameable } from './use-nameable.ts';
import './annotations.css';

interface Props {
  readonly id: string;
  readonly found: readonly Nameable[];
  readonly at: number;
  readonly onPick: (one: Nameable) => void;
}

/** What can be named, under the field that asks for it; the field keeps the focus. */
export function NameableList({ id, found, at, onPick }: Props) {
  return (
    <div className="nameable" role="listbox" id={id} aria-label="Accounts, operators and templates">
      {found.map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which points at the option
        <div
          key={one.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="nameable-option"
          // Before the field loses the focus and closes the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(one)}
        >
          <span className="mono">
            <Shown text={one.name} max={60} />
          </span>
          <span className="soft">{one.about}</span>
        </div>
      ))}
    </div>
  );
}
