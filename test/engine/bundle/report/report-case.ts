import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { changeCase } from '../../../../electron/engine/case/change-case.ts';
import { pinExhibit } from '../../../../electron/engine/exhibits/pin.ts';
import { createFinding, setFindingStatus } from '../../../../electron/engine/findings/change.ts';
import { giveVerdict } from '../../../../electron/engine/findings/verdict.ts';
import { split } from '../../../../electron/engine/groups/change.ts';
import { addEvidence } from '../../../../electron/engine/hypotheses/change-evidence.ts';
import { addHypothesis } from '../../../../electron/engine/hypotheses/change-hypotheses.ts';
import { prefill } from '../../../../electron/engine/hypotheses/prefill.ts';
import { rateCell } from '../../../../electron/engine/hypotheses/rate.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { putPerson } from '../../../../electron/engine/people/people.ts';
import { analyse, importDays, questionsOf } from '../../exhibits/small-case.ts';
import { as } from '../../stored-analysis.ts';

/** Stands in every text that people wrote and in every account's name. */
export const WORD = 'Zebulon';
export const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><text x="1" y="8">${WORD} picture</text></svg>`;

/** The operator that the analysis finds: `left` and `right` on one device. */
export const operatorOf = ({ db }: Case) =>
  db.prepare('SELECT id FROM analysis_operator ORDER BY rank').pluck().get() as string;

/**
 * An analysed case with three findings: one agreed, one from which somebody dissents, one withdrawn; with an exhibit of
 * each kind, a picture, rival hypotheses, notes and a group. Returns ids of the findings.
 */
export async function fillReportCase(open: Case): Promise<readonly string[]> {
  await importDays(open, 1, 6);
  open.db.prepare(`UPDATE account SET external_id = '${WORD} ' || external_id`).run();
  await analyse(open);
  changeCase(open, {
    name: `${WORD} review`,
    reference: `${WORD}-1`,
    question: `Whether ${WORD} did it.\nAuthority: ${WORD} memorandum.`,
  });
  putPerson(open, { name: `${WORD} Ada`, role: `${WORD} lead` });
  const about = {
    confidenceReason: `${WORD} rests on two kinds`,
    reasoning: `${WORD} reasons; see [[account:${WORD} left]]`,
    changeMind: `${WORD} contract`,
    missing: `${WORD} mail`,
    speakerNotes: `${WORD} NEVER EXPORTED`,
  };
  const scope = [`operator:${operatorOf(open)}`];
  const agreed = createFinding(open, {
    ...about,
    claim: `${WORD} accounts act together`,
    scope,
    likelihood: 'very likely',
    confidence: 'moderate',
  });
  const disputed = createFinding(open, {
    ...about,
    claim: `${WORD} answers train a model`,
    scope,
    likelihood: 'roughly even',
    confidence: 'low',
  });
  const withdrawn = createFinding(open, {
    claim: `${WORD} sold an account`,
    scope: [`account:${WORD} crowd 1`],
  });
  await pinAll(open, agreed);
  giveVerdict(as(open, `${WORD} Bob`), agreed, 'agrees', `${WORD} sees it too`);
  giveVerdict(as(open, `${WORD} Eve`), disputed, 'dissents', `${WORD} is a batch job`);
  setFindingStatus(open, agreed, 'agreed');
  setFindingStatus(open, withdrawn, 'withdrawn');
  prefill(open, disputed, operatorOf(open), null);
  const hypothesis = addHypothesis(open, disputed, `${WORD} rival`, `${WORD} says so`);
  const other = addHypothesis(open, disputed, `${WORD} other`, '');
  const row = addEvidence(open, disputed, { title: `${WORD} seen`, exhibit: null, credibility: 'high' });
  rateCell(open, row, hypothesis, '--');
  rateCell(open, row, other, '+');
  annotate(open, `account:${WORD} left`, 'comment', `Recommended action: warn ${WORD}. Reversible.`);
  annotate(
    open,
    `range:${Date.UTC(2026, 4, 1) * 1000}-${Date.UTC(2026, 4, 3) * 1000}@account:${WORD} left`,
    'tag',
    `${WORD} busy`,
  );
  split(open, 'operator', operatorOf(open), [`${WORD} right`], {
    title: `${WORD} apart`,
    reason: `${WORD} says`,
  });
  return [agreed, disputed, withdrawn];
}

async function pinAll(open: Case, finding: string): Promise<void> {
  const renamed = JSON.parse(
    JSON.stringify(questionsOf(open)).replaceAll(/"(left|right|crowd \d+)"/g, `"${WORD} $1"`),
  ) as ReturnType<typeof questionsOf>;
  for (const [index, question] of renamed.entries()) {
    const picture = index === 0 ? PICTURE : null;
    await pinExhibit(open, { finding, title: `${WORD} ${question.query}`, question, picture }, unwatched);
  }
}
