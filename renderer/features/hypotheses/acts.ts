import {
  addEvidence,
  addHypothesis,
  type Consistency,
  type Credibility,
  editEvidence,
  editHypothesis,
  orderEvidence,
  orderHypotheses,
  prefillMatrix,
  rateCell,
  removeEvidence,
  removeHypothesis,
} from '../../../shared/contract/hypotheses.ts';
import { engine } from '../../engine.ts';
import { notesChanged } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { formatUnits } from '../../ui/format.ts';
import { messageOf } from '../../ui/message-of.ts';
import { SIGNS } from './signs.ts';

/*
 * Each act below writes one command, or none where nothing changes. Those of forms throw as the call does, so that a
 * form can keep its text; the others say a refusal in the status line.
 */

export interface EvidenceFields {
  readonly title: string;
  readonly exhibit: string | null;
  readonly credibility: Credibility;
}

export async function saveHypothesis(
  finding: string,
  id: string | null,
  title: string,
  text: string,
): Promise<void> {
  if (id === null) await engine.call(addHypothesis, { finding, title, text });
  else await engine.call(editHypothesis, { id, title, text });
  await done(id === null ? 'Hypothesis added. Nothing is confirmed for it.' : 'Hypothesis changed.');
}

export async function saveEvidence(
  finding: string,
  id: string | null,
  fields: EvidenceFields,
): Promise<void> {
  if (id === null) await engine.call(addEvidence, { finding, ...fields });
  else await engine.call(editEvidence, { id, ...fields });
  await done(id === null ? 'Evidence added. None of its cells is confirmed.' : 'Evidence changed.');
}

export async function fillIn(
  finding: string,
  operator: string,
  alternatives: readonly string[],
): Promise<void> {
  const added = await engine.call(prefillMatrix, { finding, operator, alternatives: [...alternatives] });
  const hypotheses = formatUnits(added.hypotheses, 'hypothesis', 'hypotheses');
  await done(`${hypotheses} and ${formatUnits(added.evidence, 'row')} of evidence added, none confirmed.`);
}

export function dropHypothesis(id: string): Promise<void> {
  return attempt(
    () => engine.call(removeHypothesis, { id }),
    'Hypothesis removed with its ratings. Undo brings them back.',
  );
}

export function dropEvidence(id: string): Promise<void> {
  return attempt(
    () => engine.call(removeEvidence, { id }),
    'Evidence removed with its ratings. Undo brings them back.',
  );
}

export function putInOrder(
  of: 'hypotheses' | 'evidence',
  finding: string,
  ids: readonly string[],
): Promise<void> {
  const entry = of === 'hypotheses' ? orderHypotheses : orderEvidence;
  return attempt(() => engine.call(entry, { finding, ids: [...ids] }), 'Moved.');
}

/** Confirms one cell as rated; null takes the rating away. */
export function rate(evidence: string, hypothesis: string, consistency: Consistency | null): Promise<void> {
  return attempt(
    () => engine.call(rateCell, { evidence, hypothesis, consistency }),
    consistency === null ? 'Rating taken away.' : `Confirmed: ${SIGNS[consistency].words}.`,
  );
}

async function attempt(write: () => Promise<unknown>, said: string): Promise<void> {
  try {
    await write();
    await done(said);
  } catch (error) {
    say(messageOf(error));
  }
}

async function done(said: string): Promise<void> {
  say(said);
  await notesChanged();
}
