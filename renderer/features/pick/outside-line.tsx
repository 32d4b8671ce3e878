import { formatCount, formatUnits } from '../../ui/format.ts';
import './pick.css';

interface Props {
  readonly matching: number;
  readonly ofAccounts: number;
  /** Whether those that do not match are shown. */
  readonly outside: boolean;
  readonly setOutside: (outside: boolean) => void;
  /** What of the filter they need not meet, `the filter` where nothing else is said. */
  readonly meant?: string;
}

/** `12 of 40 accounts match the filter`, and whether the others are shown. */
export function OutsideLine({ matching, ofAccounts, outside, setOutside, meant = 'the filter' }: Props) {
  const others = ofAccounts - matching;
  return (
    <p className="outside-line">
      {outsideWords(matching, ofAccounts, outside, meant)}{' '}
      {others > 0 && (
        <button type="button" aria-pressed={outside} onClick={() => setOutside(!outside)}>
          {others === 1 ? 'Show it too' : `Show these ${formatCount(others)} too`}
        </button>
      )}
    </p>
  );
}

export function outsideWords(matching: number, ofAccounts: number, outside: boolean, meant: string): string {
  const said = `${formatCount(matching)} of ${formatUnits(ofAccounts, 'account')} ${matching === 1 ? 'matches' : 'match'} ${meant}`;
  const others = ofAccounts - matching;
  if (others === 0) return `${said}.`;
  const them = others === 1 ? 'the other one is' : `the other ${formatCount(others)} are`;
  return `${said}; ${them} ${outside ? 'shown too, by the conditions on requests alone' : 'left out'}.`;
}
