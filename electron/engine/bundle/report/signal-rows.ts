import type { SignalId, SignalValue } from '../../../../shared/contract/analysis.ts';
import { escapeMarkup } from '../../../../shared/escape-markup.ts';
import { readAccount } from '../../analysis/results.ts';
import { grouped } from '../visible-text.ts';
import { cite, exhibitsAbout } from './exhibit-numbers.ts';
import type { Reading } from './reading.ts';
import { plain, table } from './report-html.ts';
import { signed } from './waterfall-svg.ts';

/** Accounts in no operator concerned whose signals are printed beside those of the operators. */
const MOST_ALONE = 10;

export interface SubjectSignal {
  /** HTML. */
  readonly of: string;
  /** Numbers of the exhibits that show it. */
  readonly cites: readonly string[];
  readonly signal: SignalValue;
}

/** These signals of all operators concerned, and of accounts by themselves; by what they weigh, most first. */
export function signalsOf(reading: Reading, ids: readonly SignalId[]): SubjectSignal[] {
  const { open, operators, concerned, voice, exhibits } = reading;
  const wanted = (signals: readonly SignalValue[]) => signals.filter(({ id }) => ids.includes(id));
  const ofOperators = operators.flatMap(({ operator }) =>
    wanted(operator.signals).map((signal) => ({
      of: `operator ${escapeMarkup(operator.id)}`,
      cites: [],
      signal,
    })),
  );
  const ofAccounts = concerned.alone.slice(0, MOST_ALONE).flatMap((account) =>
    wanted(accountSignals(open.db, account)).map((signal) => ({
      of: voice.account(account, 40),
      cites: exhibitsAbout(exhibits, ['signals'], `account:${account}`),
      signal,
    })),
  );
  return [...ofOperators, ...ofAccounts].sort((one, other) => other.signal.bits - one.signal.bits);
}

/** None for an account that no analysis looked at. */
export function accountSignals(db: Reading['open']['db'], account: string): readonly SignalValue[] {
  const known = db.prepare('SELECT 1 FROM analysis_account WHERE account = ?').get(account);
  return known === undefined ? [] : readAccount(db, account).score.signals;
}

/** A table of signals, what each weighs, and what was seen. */
export function* signalTable(
  { analysis, voice }: Reading,
  rows: readonly SubjectSignal[],
): Generator<string> {
  const infos = new Map(analysis?.signals.map((info) => [info.id, info]));
  yield* table(
    [
      { title: 'Of', width: 12 },
      { title: 'Signal', width: voice.quotes ? 18 : 30 },
      { title: 'Value', width: voice.quotes ? 13 : 38 },
      { title: 'n', numeric: true, width: 7 },
      { title: 'Weighs, bits', numeric: true, width: 9 },
      ...(voice.quotes ? [{ title: 'What was seen', width: 41 }] : []),
    ],
    rows.map(({ of, cites, signal: { id, value, n, bits, detail } }) => [
      of,
      `${id} ${escapeMarkup(infos.get(id)?.title ?? '')}${cite(cites)}`,
      `${plain(value)} <span class="soft">${escapeMarkup(infos.get(id)?.unit ?? '')}</span>`,
      grouped(n),
      signed(bits),
      ...(voice.quotes ? [voice.told(detail) ?? ''] : []),
    ]),
  );
}
