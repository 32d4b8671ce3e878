import { useId, useState } from 'react';
import { useSession } from '../../store/session.ts';
import { useViews } from '../../store/views.ts';
import { describeTarget } from '../annotations/model.ts';
import { NameableList } from '../annotations/nameable-list.tsx';
import { useNameable } from '../annotations/use-nameable.ts';
import { seenBefore } from './seen-before.ts';

interface Props {
  readonly scope: readonly string[];
  readonly onAdd: (reference: string) => void;
}

/** What a finding can be about: what was looked at just before, or anything by name. */
export function ScopeAdder({ scope, onAdd }: Props) {
  const zone = useSession((state) => state.case!.timeZone);
  const trail = useViews((state) => state.trail);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const wanted = query.trim();
  const found = useNameable(wanted === '' ? null : wanted).filter(({ key }) => !scope.includes(key));
  const chosen = Math.min(at, found.length - 1);
  const seen = seenBefore(trail, scope);
  return (
    <div className="scope-adder">
      {seen.length > 0 && (
        <p>
          <span className="soft">Looked at before:</span>{' '}
          {seen.map((reference) => (
            <button key={reference} type="button" onClick={() => onAdd(reference)}>
              <bdi>{describeTarget(reference, zone, true)}</bdi>
            </button>
          ))}
        </p>
      )}
      <input
        type="search"
        // biome-ignore lint/a11y/noAutofocus: the field was asked for by the button before it
        autoFocus
        role="combobox"
        aria-label="Account, operator or template by name"
        placeholder="Account, operator or template by name"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value.slice(0, 200));
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (found.length === 0 || (step === undefined && event.key !== 'Enter')) return;
          event.preventDefault();
          if (step === undefined) onAdd(found[chosen].key);
          else setAt((chosen + step + found.length) % found.length);
        }}
      />
      {found.length > 0 && (
        <NameableList id={id} found={found} at={chosen} onPick={({ key }) => onAdd(key)} />
      )}
    </div>
  );
}
