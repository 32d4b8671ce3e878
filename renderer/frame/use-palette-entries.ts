import { accountRows, type ListedAccount, orderAccounts } from '../../shared/contract/accounts.ts';
import { listOperators, type OperatorRow } from '../../shared/contract/analysis.ts';
import { useIsBlind } from '../store/blind.ts';
import { useSession } from '../store/session.ts';
import { openAccount, openOperator } from '../store/views.ts';
import { formatUnits } from '../ui/format.ts';
import { useCall } from '../ui/use-call.ts';
import { usePaused } from '../ui/use-paused.ts';
import { useCommands } from './commands/command.ts';
import { rankByMatch } from './commands/fuzzy.ts';
import { commandEntries, type PaletteEntry, type PaletteSection } from './palette-entries.ts';

const MOST_OPERATORS = 6;
const MOST_ACCOUNTS = 8;

/** What the palette shows for a query, and whether more may come. */
export function usePaletteEntries(query: string): { sections: readonly PaletteSection[]; busy: boolean } {
  // That something is an operator, or answers to a tag, is a label: where people code blind, commands alone are offered.
  const wanted = useIsBlind() ? '' : query.trim();
  const commands = useCommands((state) => state.all);
  const operators = useOperators(wanted);
  const accounts = useAccounts(wanted);
  const sections = [
    { title: 'Commands', entries: commandEntries(query, commands) },
    { title: 'Operators', entries: operators },
    { title: 'Accounts', entries: accounts.entries },
  ];
  return { sections: sections.filter(({ entries }) => entries.length > 0), busy: accounts.busy };
}

function useOperators(query: string): readonly PaletteEntry[] {
  const dataVersion = useSession((state) => state.dataVersion);
  const isOpen = useSession((state) => state.case !== null);
  const list = useCall(listOperators, isOpen && query !== '' ? {} : null, dataVersion);
  const found = rankByMatch(query, list.value ?? [], ({ id }: OperatorRow) => `Operator ${id}`);
  return found.slice(0, MOST_OPERATORS).map(({ item }) => ({
    id: `operator:${item.id}`,
    title: item.id,
    positions: [],
    about: formatUnits(item.accounts, 'account'),
    key: null,
    mono: true,
    act: () => openOperator(item.id),
  }));
}

function useAccounts(query: string): { entries: readonly PaletteEntry[]; busy: boolean } {
  const dataVersion = useSession((state) => state.dataVersion);
  const isOpen = useSession((state) => state.case !== null);
  const search = usePaused(query);
  const asked = isOpen && search !== '' ? { sort: 'requests' as const, descending: true, search } : null;
  const order = useCall(orderAccounts, asked, dataVersion);
  const ids = order.value && Array.from(order.value.ids.subarray(0, MOST_ACCOUNTS));
  const rows = useCall(accountRows, ids && ids.length > 0 ? { ids } : null, dataVersion);
  const entries = (rows.value ?? []).map(
    (row: ListedAccount): PaletteEntry => ({
      id: `account:${row.account}`,
      title: row.account,
      positions: [],
      about: formatUnits(row.requests, 'request'),
      key: null,
      mono: true,
      act: () => openAccount(row.account),
    }),
  );
  return { entries: search === query ? entries : [], busy: search !== query || order.busy || rows.busy };
}
