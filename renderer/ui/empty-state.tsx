import type { ReactNode } from 'react';

/** What a place will show once there is something, and the next act. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
