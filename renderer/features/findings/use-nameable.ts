import { accountRows, orderAccounts } from '../../../shared/contract/accounts.ts';
import { listOperators, listTemplates } from '../../../shared/contract/analysis.ts';
import { formatReference, type Reference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useSession } from '../../store/session.ts';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { usePaused } from '../../ui/use-paused.ts';

/** Something of the case that can be named. */
export interface Nameable {
  readonly reference: Reference;
  readonly key: string;
  /** Safe to show. */
  readonly title: string;
  readonly about: string;
}

const MOST_EACH = 5;

/** Operators, accounts and templates whose names hold the query, some of each; null asks nothing. */
export function useNameable(query: string | null): readonly Nameable[] {
  const dataVersion = useSession((state) => state.dataVersion);
  const paused = usePaused(query);
  const asked = paused !== null;
  const operators = useCall(listOperators, asked ? {} : null, dataVersion);
  const templates = useCall(listTemplates, asked ? { offset: 0, limit: 200, of: null } : null, dataVersion);
  const order = useCall(
    orderAccounts,
    asked ? { sort: 'requests', descending: true, search: paused } : null,
    dataVersion,
  );
  const ids = order.value && Array.from(order.value.ids.subarray(0, MOST_EACH));
  const rows = useCall(accountRows, ids && ids.length > 0 ? { ids } : null, dataVersion);
  if (query === null) return [];
  const wanted = query.toLowerCase();
  const holding = <T extends { readonly id: string }>(all: readonly T[] | undefined) =>
    (all ?? []).filter(({ id }) => id.toLowerCase().includes(wanted)).slice(0, MOST_EACH);
  return [
    ...holding(operators.value).map(({ id, accounts }) =>
      nameable({ kind: 'operator', operator: id }, id, `operator of ${formatUnits(accounts, 'account')}`),
    ),
    ...(rows.value ?? []).map(({ account, requests }) =>
      nameable({ kind: 'account', account }, account, `account, ${formatUnits(requests, 'request')}`),
    ),
    ...holding(templates.value?.templates).map(({ id, requests }) =>
      nameable({ kind: 'template', template: id }, id, `template, ${formatUnits(requests, 'request')}`),
    ),
  ];
}

function nameable(reference: Reference, title: string, about: string): Nameable {
  return { reference, key: formatReference(reference), title: shownText(title, { max: 60 }), about };
}
