import type { z } from 'zod';
import type { Prediction, SignalValue } from '../../../shared/contract/analysis.ts';
import { oneOfKind } from '../../../shared/evidence-kinds.ts';
import type { evidenceBasis } from '../../../shared/records/hypothesis.ts';
import type { OperatorSays } from './operator-says.ts';

export type Basis = z.infer<typeof evidenceBasis>;

export interface OfferedEvidence {
  readonly title: string;
  readonly basis: Basis;
}

/** Signals that shift the odds by less than a factor of two are left to people to add. */
const LEAST_BITS = 1;
const TITLE_LENGTH = 1000;

/**
 * Rows that the analysis has for a matrix: signals for or against a campaign, the strongest first; what ties the
 * accounts; and each prediction of the given alternatives that the data can tell, once.
 */
export function offeredEvidence(says: OperatorSays, alternatives: ReadonlySet<string>): OfferedEvidence[] {
  const { operator } = says;
  const signals = says.signals
    .filter(({ bits }) => Math.abs(bits) >= LEAST_BITS)
    .sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits))
    .map(({ id }): Basis => ({ operator, of: 'signal', name: id }));
  const kinds = says.evidence.map(({ kind }): Basis => ({ operator, of: 'kind', name: kind }));
  const texts = says.alternatives
    .filter(({ id }) => alternatives.has(id))
    .flatMap(({ predictions }) => predictions.filter(({ holds }) => holds !== null).map(({ text }) => text));
  const predictions = [...new Set(texts)].map((name): Basis => ({ operator, of: 'prediction', name }));
  return [...signals, ...kinds, ...predictions].flatMap((basis) => {
    const title = evidenceWords(says, basis);
    return title === null ? [] : [{ title, basis }];
  });
}

/** What the analysis says of a basis now; null where it says nothing of it. Values that accounts share are not told. */
export function evidenceWords(says: OperatorSays, { of, name }: Basis): string | null {
  const words = { signal: signalWords, kind: kindWords, prediction: predictionWords }[of](says, name);
  return words === null ? null : words.slice(0, TITLE_LENGTH).toWellFormed();
}

function signalWords(says: OperatorSays, id: string): string | null {
  const found = signalOf(says, id);
  return found ? `${says.info.get(id)?.title ?? id}: ${found.detail}` : null;
}

function kindWords({ operator, evidence }: OperatorSays, kind: string): string | null {
  const found = evidence.find((one) => one.kind === kind);
  return found ? `${found.accounts} accounts of ${operator} share ${oneOfKind(kind)} with another` : null;
}

function predictionWords(says: OperatorSays, text: string): string | null {
  const found = predictionOf(says, text);
  if (!found || found.holds === null) return null;
  return `${text}: ${found.holds ? 'yes' : 'no'}. ${found.detail}`;
}

export function signalOf({ signals }: OperatorSays, id: string): SignalValue | undefined {
  return signals.find((signal) => signal.id === id);
}

/** Alternatives that make the same prediction test the same thing. */
export function predictionOf({ alternatives }: OperatorSays, text: string): Prediction | undefined {
  return alternatives
    .flatMap(({ predictions }) => predictions)
    .find((prediction) => prediction.text === text);
}
