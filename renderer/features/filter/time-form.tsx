import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { zoneOf } from '../../../shared/time/zone.ts';
import { useSession } from '../../store/session.ts';
import { commitRange, useFilter } from '../../store/views.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { useFilterAnswer } from './answer.ts';
import { closeTime } from './panel-store.ts';
import { countSteps } from './strip-model.ts';
import { type Ends, endsOf, joinedEnds, NO_ENDS } from './typed-ends.ts';
import { type RangeContext, type ReadRange, readTypedRange, withoutNegation } from './typed-range.ts';
import { rangeWords } from './words.ts';

const END_FIELDS: readonly { readonly key: keyof Ends; readonly label: string; readonly hint: string }[] = [
  { key: 'fromDate', label: 'From, date', hint: '2026-03-01' },
  { key: 'fromTime', label: 'From, time', hint: '00:00' },
  { key: 'toDate', label: 'To, date', hint: '2026-03-05' },
  { key: 'toTime', label: 'To, time', hint: '14:00' },
];

/** The time of the filter, typed: as words in one field, or as its two ends; either follows the other. */
export function TimeForm({ onDone }: { onDone: () => void }) {
  const { range } = useFilter();
  const info = useSession((state) => state.case)!;
  const context: RangeContext = {
    zone: zoneOf(info.timeZone),
    data:
      info.firstUs === null || info.lastUs === null ? null : { fromUs: info.firstUs, toUs: info.lastUs + 1 },
  };
  const [typed, setTyped] = useState(() => (range ? joinedEnds(endsOf(range, context.zone)) : ''));
  /** As they are being typed; null while they follow the words. */
  const [typedEnds, setTypedEnds] = useState<Ends | null>(null);
  const [negate, setNegate] = useState(range?.negate ?? false);
  /** Whether it was tried to apply what is typed. */
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const outcomeId = useId();
  const read = readTypedRange(typed, context);
  const found = read !== null && 'range' in read ? read : null;
  const error = read !== null && 'error' in read ? read.error : null;
  const outside = negate || (found?.negate ?? false);
  const ends = typedEnds ?? (found ? endsOf(found.range, context.zone) : NO_ENDS);

  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) closeTime();
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);

  const type = (text: string, own: Ends | null) => {
    setTyped(text);
    setTypedEnds(own);
    setTried(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!found) {
      setTried(true);
      input.current?.focus();
      return;
    }
    commitRange(found.range, outside);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  return (
    <form
      ref={box}
      className="filter-new filter-time-form"
      aria-label="Time of the filter"
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
    >
      <input
        ref={input}
        type="text"
        aria-label={`Time range, in ${info.timeZone}`}
        aria-describedby={outcomeId}
        aria-invalid={tried && error !== null}
        placeholder="last 7 days, 2026-03, 2026-03-01..2026-03-05 14:00"
        spellCheck={false}
        autoComplete="off"
        maxLength={120}
        value={typed}
        onChange={(event) => type(event.target.value, null)}
      />
      <div className="filter-time-ends">
        {END_FIELDS.map(({ key, label, hint }) => (
          <label key={key}>
            <span className="soft">{label}</span>
            <input
              type="text"
              className="number"
              placeholder={hint}
              spellCheck={false}
              autoComplete="off"
              maxLength={20}
              value={ends[key]}
              onChange={(event) => {
                const own = { ...ends, [key]: event.target.value };
                type(joinedEnds(own), own);
              }}
            />
          </label>
        ))}
      </div>
      <p className="filter-time-zone">
        <label>
          <input
            type="checkbox"
            checked={outside}
            onChange={(event) => {
              setNegate(event.target.checked);
              if (!event.target.checked) setTyped(withoutNegation(typed));
            }}
          />{' '}
          outside of it
        </label>
        <span className="soft">Times are in {info.timeZone}, the zone of the case.</span>
      </p>
      <div id={outcomeId} aria-live="polite" className="filter-time-read">
        {found ? (
          <Meaning found={found} outside={outside} zone={info.timeZone} />
        ) : (
          <p className={tried ? 'warn' : 'soft'}>
            {error === null
              ? 'A year, month, day or hour, two times with .. between them, since, until, last 7 days, first 2 hours; outside of before any of these.'
              : `${error}${tried ? ' The filter stays as it is.' : ''}`}
          </p>
        )}
      </div>
      <p className="filter-time-acts">
        <button type="submit">
          Apply <kbd>Enter</kbd>
        </button>
        <button type="button" className="quiet" onClick={onDone}>
          Cancel <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

/** How what is typed was read, and how much lies in it. */
function Meaning({ found, outside, zone }: { found: ReadRange; outside: boolean; zone: string }) {
  const { view } = useFilterAnswer();
  const counted = view && countSteps(view.activity, found.range);
  return (
    <>
      <p>
        {rangeWords({ ...found.range, negate: outside }, zone)}
        {counted && (
          <span className="soft">
            {` · ${counted.exact ? '' : 'about '}${formatCount(counted.matching)} of ${formatUnits(counted.all, 'request')} in it`}
            {outside ? ', which are left out' : ''}
          </span>
        )}
      </p>
      {found.notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
    </>
  );
}
