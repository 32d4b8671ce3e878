import { suggestValues } from '../../../shared/contract/filters.ts';
import { formatReference, type Reference } from '../../../shared/reference.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { useSession } from '../../store/session.ts';
import { formatUnits } from '../../ui/format.ts';
import { useCall } from '../../ui/use-call.ts';
import { usePaused } from '../../ui/use-paused.ts';

/** Something of the case that can be named. */
export interface Nameable {
  readonly reference: Reference;
  /** The reference as text. */
  readonly key: string;
  /** As the data have it. */
  readonly name: string;
  /** What it is; safe to show. */
  readonly about: string;
}

type Kind = 'operator' | 'account' | 'template';

const MOST_EACH = 4;

/** Operators, accounts and templates whose names hold the part, some of each; null asks nothing. */
export function useNameable(part: string | null): readonly Nameable[] {
  const paused = usePaused(part);
  const operators = useKind('operator', paused);
  const accounts = useKind('account', paused);
  const templates = useKind('template', paused);
  return part === null ? [] : [...operators, ...accounts, ...templates];
}

function useKind(kind: Kind, part: string | null): readonly Nameable[] {
  const dataVersion = useSession((state) => state.dataVersion);
  const asked = part === null ? null : { field: kind, part: part.slice(0, 200), limit: MOST_EACH };
  const found = useCall(suggestValues, asked, dataVersion, true);
  return (found.value ?? []).map(({ value, label, requests }) => {
    const reference = { kind, [kind]: value } as unknown as Reference;
    const called = label === value ? '' : ` ${shownText(label, { max: 60 })}`;
    const about = `${kind}${called}, ${formatUnits(requests, 'request')}`;
    return { reference, key: formatReference(reference), name: value, about };
  });
}
