import type { ReactNode } from 'react';
import { ErrorPanel } from './error-panel.tsx';

interface Props {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** The way out of the page. */
  readonly children: ReactNode;
}

/** Stands in place of a page that could not be read. */
export function PageError({ error, onRetry, children }: Props) {
  return (
    <div className="page-note">
      <ErrorPanel error={error} onRetry={onRetry} />
      {children}
    </div>
  );
}
