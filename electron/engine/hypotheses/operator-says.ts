import type {
  Alternative,
  LinkEvidence,
  SignalInfo,
  SignalValue,
} from '../../../shared/contract/analysis.ts';
import type { Database } from '../case/database.ts';

/** What the last analysis says of an operator that can stand in a matrix. */
export interface OperatorSays {
  readonly operator: string;
  readonly signals: readonly SignalValue[];
  readonly evidence: readonly LinkEvidence[];
  readonly alternatives: readonly Alternative[];
  readonly info: ReadonlyMap<string, Pick<SignalInfo, 'title' | 'innocent'>>;
}

/** null where the last analysis has no such operator. */
export function readOperatorSays(db: Database, operator: string): OperatorSays | null {
  const body = db.prepare('SELECT body FROM analysis_operator WHERE id = ?').pluck().get(operator);
  if (body === undefined) return null;
  const { signals, evidence, alternatives } = JSON.parse(body as string) as Omit<OperatorSays, 'info'>;
  const infos = JSON.parse(
    db.prepare('SELECT signals FROM analysis_run').pluck().get() as string,
  ) as SignalInfo[];
  return { operator, signals, evidence, alternatives, info: new Map(infos.map((info) => [info.id, info])) };
}
