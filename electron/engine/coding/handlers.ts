import {
  codeAccount,
  codingResult,
  drawSample,
  listSamples,
  nextToCode,
} from '../../../shared/contract/coding.ts';
import { handle } from '../handle.ts';
import { codeAccount as code } from './code.ts';
import { drawSample as draw } from './draw.ts';
import { listSamples as list, readSheet } from './read.ts';
import { readResult } from './result.ts';

export const handlers = [
  handle(listSamples, ({ case: open }) => list(open)),
  handle(drawSample, ({ case: open }, toDraw) => draw(open, toDraw)),
  handle(nextToCode, ({ case: open }, { sample }) => readSheet(open, sample)),
  handle(codeAccount, ({ case: open }, { sample, account, code: given, note }) => {
    code(open, sample, account, given, note);
    return null;
  }),
  handle(codingResult, ({ case: open }, { sample }) => readResult(open, sample)),
];
