import { z } from 'zod';
import { CONSISTENCIES, type evidenceRecord, type hypothesisRecord } from '../records/hypothesis.ts';
import { read, write } from './define.ts';

export { CONSISTENCIES };
export type Consistency = (typeof CONSISTENCIES)[number];
export const CREDIBILITIES = ['low', 'medium', 'high'] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** A hypothesis, and how much of the evidence confirmed against it is inconsistent with it. */
export interface MatrixHypothesis
  extends Omit<Readonly<z.infer<typeof hypothesisRecord>>, 'finding' | 'order'> {
  readonly id: string;
  /**
   * Weighted inconsistency, 0 or more: 1 for each '-' and 2 for each '--', times the credibility of the row
   * (low 1/√2, medium 1, high √2). Only cells that a person confirmed count; consistency adds nothing (Heuer 1999, ch. 8).
   */
  readonly score: number;
  readonly unconfirmed: number;
}

export interface MatrixCell {
  readonly hypothesis: string;
  /** null where nobody confirmed one. */
  readonly consistency: Consistency | null;
  readonly confirmedBy: string | null;
  readonly confirmedUs: number | null;
  /** What the analysis as it is now suggests; null where it tells nothing of this cell. Never counted, never stored. */
  readonly proposed: Consistency | null;
  /** Why that is proposed, or why nothing is; a sentence or two. */
  readonly reason: string;
}

export interface MatrixEvidence extends Omit<Readonly<z.infer<typeof evidenceRecord>>, 'finding' | 'order'> {
  readonly id: string;
  /** One a hypothesis, in their order. */
  readonly cells: readonly MatrixCell[];
  /**
   * How far apart the confirmed cells of the row lie, as a share of the scale from '--' to '++', 0 to 1; 'n/a' stands at
   * '0'. 0 where all hypotheses fit it alike, so that it tells none from another (Heuer 1999, ch. 8, step 3). What is
   * confirmed later can only raise it. null while the confirmed cells are alike and others are open: it is not known.
   */
  readonly diagnosticity: number | null;
  readonly unconfirmed: number;
  /** Hypotheses least inconsistent if this row is left out, and whether they are others than with it. */
  readonly without: { readonly leaders: readonly string[]; readonly changes: boolean };
  /** What the analysis says today of what the row was made from; null where it says nothing of it any more. */
  readonly now: string | null;
}

/** Heuer's matrix of rival hypotheses (Psychology of Intelligence Analysis, 1999, ch. 8). */
export interface Matrix {
  readonly hypotheses: readonly MatrixHypothesis[];
  readonly evidence: readonly MatrixEvidence[];
  readonly cells: number;
  readonly unconfirmed: number;
  /** Rows confirmed for some hypotheses and open for others: as long as there are any, scores are not fairly compared. */
  readonly rowsInPart: number;
  /** Hypotheses by least inconsistent; equals in the order of the matrix. */
  readonly order: readonly string[];
  /** The least inconsistent, several where they are equal; none where all are. */
  readonly leaders: readonly string[];
}

const id = z.uuid();
const finding = z.string().min(1).max(100);
const title = z.string().trim().min(1).max(500);
const text = z.string().trim().max(5000);
const ids = z.array(id).max(1000);
const row = {
  title: z.string().trim().min(1).max(1000),
  /** Of the same finding. */
  exhibit: id.nullable(),
  credibility: z.enum(CREDIBILITIES),
};

/** All calls here: NOT_FOUND for a finding, hypothesis, evidence or exhibit that is not there. Writes can be undone. */
export const getMatrix = read('hypotheses.matrix', z.strictObject({ finding })).returns<Matrix>();

/** Operators that the finding's scope names and the last analysis has, with what could be filled in from each. */
export const prefillChoices = read('hypotheses.choices', z.strictObject({ finding })).returns<
  readonly {
    readonly operator: string;
    /** Those that hold best first. */
    readonly alternatives: readonly {
      readonly id: string;
      readonly title: string;
      readonly holding: number;
      readonly testable: number;
    }[];
  }[]
>();

/**
 * Adds as one act what is not there yet: the hypotheses 'campaign', the benign alternatives, and 'deception'; and as
 * evidence the operator's signals of one bit or more, the kinds of evidence that tie its accounts, and what the
 * alternatives predict, as far as the data can tell. No cell is rated. BAD_ARGS where the scope names no such operator.
 */
export const prefillMatrix = write(
  'hypotheses.prefill',
  z.strictObject({
    finding,
    /** null: the only one in the scope. */
    operator: z.string().min(1).max(100).nullable(),
    /** null: all. */
    alternatives: z.array(z.string().min(1).max(100)).max(100).nullable(),
  }),
).returns<{ readonly hypotheses: number; readonly evidence: number }>();

export const addHypothesis = write(
  'hypotheses.add',
  z.strictObject({ finding, title, text }),
).returns<string>();
export const editHypothesis = write('hypotheses.edit', z.strictObject({ id, title, text })).returns<null>();
/** Its ratings go with it. */
export const removeHypothesis = write('hypotheses.remove', z.strictObject({ id })).returns<null>();
/** BAD_ARGS unless each hypothesis of the finding is named once. */
export const orderHypotheses = write('hypotheses.order', z.strictObject({ finding, ids })).returns<null>();

export const addEvidence = write(
  'hypotheses.addEvidence',
  z.strictObject({ finding, ...row }),
).returns<string>();
export const editEvidence = write('hypotheses.editEvidence', z.strictObject({ id, ...row })).returns<null>();
/** Its ratings go with it. */
export const removeEvidence = write('hypotheses.removeEvidence', z.strictObject({ id })).returns<null>();
/** BAD_ARGS unless each evidence of the finding is named once. */
export const orderEvidence = write(
  'hypotheses.orderEvidence',
  z.strictObject({ finding, ids }),
).returns<null>();

/** Confirms one cell as the person at work rates it; null takes the rating away. There is no way to confirm several. */
export const rateCell = write(
  'hypotheses.rate',
  z.strictObject({ evidence: id, hypothesis: id, consistency: z.enum(CONSISTENCIES).nullable() }),
).returns<null>();
