import { type ReactNode, useEffect, useRef } from 'react';

/** Gives the keys back to the walk. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('.review-heading h1')?.focus({ preventScroll: true });
}

interface Props {
  /** What kind of page it is, above the heading. */
  readonly over?: ReactNode;
  readonly children: ReactNode;
}

/** The heading of a page: takes the focus when the page comes, so that it is read out and keys go to the walk. */
export function StepHeading({ over, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="review-heading">
      {over && <p className="review-over">{over}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </header>
  );
}
