import { type ReactNode, useRef, useState } from 'react';
import './drop-down.css';

interface Props {
  readonly label: string;
  /** What the button is called where its label alone does not tell it apart. */
  readonly name?: string;
  /** What it shows while it is open; an act that ends with it calls `close`. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens something under itself. Escape closes it and gives the focus back; leaving it closes it too. */
export function DropDown({ label, name, children }: Props) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the controls inside end up here
    <span
      className="drop-down"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className="quiet"
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && <span className="drop-down-body">{children(close)}</span>}
    </span>
  );
}
