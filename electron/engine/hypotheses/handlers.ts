import {
  addEvidence,
  addHypothesis,
  editEvidence,
  editHypothesis,
  getMatrix,
  orderEvidence,
  orderHypotheses,
  prefillChoices,
  prefillMatrix,
  rateCell,
  removeEvidence,
  removeHypothesis,
} from '../../../shared/contract/hypotheses.ts';
import { handle } from '../handle.ts';
import {
  addEvidence as addRow,
  editEvidence as editRow,
  removeEvidence as removeRow,
} from './change-evidence.ts';
import {
  addHypothesis as addColumn,
  editHypothesis as editColumn,
  removeHypothesis as removeColumn,
} from './change-hypotheses.ts';
import { readMatrix } from './matrix.ts';
import { operatorsInScope, prefill } from './prefill.ts';
import { rateCell as rate } from './rate.ts';
import { reorder } from './reorder.ts';

export const handlers = [
  handle(getMatrix, ({ case: { db } }, { finding }) => readMatrix(db, finding)),
  handle(prefillChoices, ({ case: { db } }, { finding }) =>
    operatorsInScope(db, finding).map(({ operator, alternatives }) => ({
      operator,
      alternatives: alternatives.map(({ id, title, holding, testable }) => ({
        id,
        title,
        holding,
        testable,
      })),
    })),
  ),
  handle(prefillMatrix, ({ case: open }, { finding, operator, alternatives }) =>
    prefill(open, finding, operator, alternatives),
  ),
  handle(addHypothesis, ({ case: open }, { finding, title, text }) => addColumn(open, finding, title, text)),
  handle(editHypothesis, ({ case: open }, { id, title, text }) => {
    editColumn(open, id, title, text);
    return null;
  }),
  handle(removeHypothesis, ({ case: open }, { id }) => {
    removeColumn(open, id);
    return null;
  }),
  handle(orderHypotheses, ({ case: open }, { finding, ids }) => {
    reorder(open, 'hypothesis', finding, ids);
    return null;
  }),
  handle(addEvidence, ({ case: open }, { finding, ...row }) => addRow(open, finding, row)),
  handle(editEvidence, ({ case: open }, { id, ...row }) => {
    editRow(open, id, row);
    return null;
  }),
  handle(removeEvidence, ({ case: open }, { id }) => {
    removeRow(open, id);
    return null;
  }),
  handle(orderEvidence, ({ case: open }, { finding, ids }) => {
    reorder(open, 'evidence', finding, ids);
    return null;
  }),
  handle(rateCell, ({ case: open }, { evidence, hypothesis, consistency }) => {
    rate(open, evidence, hypothesis, consistency);
    return null;
  }),
];
