import { type CSSProperties, type KeyboardEvent, type ReactNode, useId } from 'react';
import {
  type ConditionId,
  dropCondition,
  type FilterChip,
  type FilterRange,
  negateCondition,
  toggleDisabled,
  togglePinned,
} from '../../store/filter.ts';
import { changeFilter } from '../../store/views.ts';
import { Shown } from '../../ui/shown.tsx';
import { useFilterPanel } from './panel-store.ts';
import { chipParts, chipText, rangeWords } from './words.ts';

export function TimeChip({ range, zone }: { range: FilterRange; zone: string }) {
  const text = rangeWords(range, zone);
  return (
    <ConditionChip
      id="range"
      name={text}
      disabled={range.disabled}
      pinned={range.pinned}
      negated={range.negate}
      onType={() => useFilterPanel.setState({ timing: true })}
    >
      {text}
    </ConditionChip>
  );
}

export function ValueChip({ chip }: { chip: FilterChip }) {
  return (
    <ConditionChip
      id={chip.id}
      name={chipText(chip)}
      disabled={chip.disabled}
      pinned={chip.pinned}
      negated={chip.negate}
    >
      <ChipWords chip={chip} />
    </ConditionChip>
  );
}

export function ChipWords({ chip }: { chip: Parameters<typeof chipParts>[0] }) {
  return chipParts(chip).map(({ value, text }, index) =>
    value ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
      <strong key={index}>
        <Shown text={text} max={40} />
      </strong>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index}>{text}</span>
    ),
  );
}

interface Props {
  readonly id: ConditionId;
  readonly name: string;
  readonly disabled: boolean;
  readonly pinned: boolean;
  readonly negated: boolean;
  /** Opens where it is typed anew; absent where there is no such place. */
  readonly onType?: () => void;
  readonly children: ReactNode;
}

/** One condition: its words open what can be done with it, by mouse or by a key of each act. */
function ConditionChip({ id, name, disabled, pinned, negated, onType, children }: Props) {
  const popover = useId();
  const anchor = `--chip-${id}`;
  const acts: readonly { readonly key: string; readonly label: string; readonly act: () => void }[] = [
    ...(onType ? [{ key: 't', label: 'Type it anew', act: onType }] : []),
    {
      key: 'n',
      label: negated ? 'Take as it says' : 'Negate',
      act: () => changeFilter((filter) => negateCondition(filter, id)),
    },
    {
      key: 'd',
      label: disabled ? 'Enable' : 'Disable',
      act: () => changeFilter((filter) => toggleDisabled(filter, id)),
    },
    {
      key: 'p',
      label: pinned ? 'Unpin' : 'Pin',
      act: () => changeFilter((filter) => togglePinned(filter, id)),
    },
    { key: 'Delete', label: 'Remove', act: () => changeFilter((filter) => dropCondition(filter, id)) },
  ];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const act = acts.find(({ key }) => key === event.key || (key === 'Delete' && event.key === 'Backspace'));
    if (beside === undefined && !act) return;
    event.preventDefault();
    if (beside !== undefined) focusBeside(event.currentTarget, beside);
    else {
      if (act!.key === 'Delete') focusBeside(event.currentTarget, -1);
      act!.act();
    }
  };
  const state = `${disabled ? ', disabled' : ''}${pinned ? ', pinned' : ''}`;
  return (
    <li
      className="filter-chip"
      data-disabled={disabled || undefined}
      style={{ anchorName: anchor } as CSSProperties}
    >
      <button
        type="button"
        className="filter-chip-words"
        popoverTarget={popover}
        aria-label={`Condition: ${name}${state}`}
        aria-keyshortcuts={acts.map(({ key }) => key).join(' ')}
        title={`${name}${state}`}
        onKeyDown={onKeyDown}
      >
        {children}
        {pinned && <span className="filter-chip-pinned"> pinned</span>}
      </button>
      <button
        type="button"
        className="filter-chip-drop"
        aria-label={`Remove ${name}`}
        onClick={() => changeFilter((filter) => dropCondition(filter, id))}
      >
        ×
      </button>
      <div
        id={popover}
        popover="auto"
        className="filter-menu"
        style={{ positionAnchor: anchor } as CSSProperties}
      >
        {acts.map(({ key, label, act }) => (
          <button key={key} type="button" popoverTarget={popover} popoverTargetAction="hide" onClick={act}>
            {label} <kbd>{key === 'Delete' ? 'Del' : key.toUpperCase()}</kbd>
          </button>
        ))}
      </div>
    </li>
  );
}

/** Goes to the chip beside one; before the first and after the last it stays. */
function focusBeside(chip: HTMLElement, by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>('.filter-chip-words')];
  all[all.indexOf(chip) + by]?.focus();
}
