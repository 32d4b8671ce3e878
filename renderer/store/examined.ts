import { formatReference } from '../../shared/reference.ts';
import type { View } from './view-history.ts';

/** What the cursors of the lists are on. */
export interface Cursors {
  readonly account: string | null;
  readonly operator: string | null;
  readonly template: string | null;
}

/** Reference of the one thing that a view is about, or that its cursor is on; null for none. */
export function examinedReference(view: View, cursors: Cursors): string | null {
  switch (view.name) {
    case 'account':
      return formatReference({ kind: 'account', account: view.account });
    case 'accounts':
      return cursors.account && formatReference({ kind: 'account', account: cursors.account });
    case 'operator':
      return formatReference({ kind: 'operator', operator: view.id });
    case 'operators':
      return cursors.operator && formatReference({ kind: 'operator', operator: cursors.operator });
    case 'template':
      return formatReference({ kind: 'template', template: view.id });
    case 'templates':
      return cursors.template && formatReference({ kind: 'template', template: cursors.template });
    default:
      return null;
  }
}
