import type { Dataset } from './dataset.ts';
import { SLOT_TEXTS } from './template-slots.ts';

/** The templates chosen, and what lies under each; `rank` is its place among them. */
export interface TemplateRows {
  /** 1-based codes of templates. */
  readonly codes: readonly number[];
  /** Its rows in order of time, then of accounts; rows without a time last. */
  rowsOf(rank: number): Uint32Array;
  /** Places of its first texts in order of their hashes, as many as slots are measured on. */
  placesOf(rank: number): readonly number[];
}

/**
 * Gathers rows and texts by template; 4 bytes a row.
 * @param template of each row, 1-based, 0 for none.
 * @param texts prompts up to this code have a text.
 * @param choose picks templates by the requests of each; index 0 is no template.
 */
export function templateRows(
  data: Pick<Dataset, 'rows' | 'timeUs' | 'prompt'>,
  template: Uint32Array,
  texts: number,
  choose: (requests: Uint32Array) => readonly number[],
): TemplateRows {
  const most = template.reduce((greatest, code) => Math.max(greatest, code), 0);
  const requests = new Uint32Array(most + 1);
  for (const code of template) requests[code]++;
  const codes = choose(requests);
  const rankOf = new Int32Array(most + 1).fill(-1);
  const from = new Uint32Array(codes.length + 1);
  codes.forEach((code, rank) => {
    rankOf[code] = rank;
    from[rank + 1] = from[rank] + requests[code];
  });
  const rows = new Uint32Array(from[codes.length]);
  const next = from.slice();
  const rankOfText = new Int32Array(texts + 1).fill(-1);
  for (let i = 0; i < data.rows; i++) {
    const rank = rankOf[template[i]];
    if (rank < 0) continue;
    rows[next[rank]++] = i;
    if (data.prompt[i] <= texts) rankOfText[data.prompt[i]] = rank;
  }
  const places: number[][] = codes.map(() => []);
  for (let prompt = 1; prompt <= texts; prompt++) {
    const list = places[rankOfText[prompt]];
    if (list && list.length < SLOT_TEXTS) list.push(prompt - 1);
  }
  const time = (i: number) => (Number.isNaN(data.timeUs[i]) ? Number.POSITIVE_INFINITY : data.timeUs[i]);
  return {
    codes,
    // Two rows without a time differ by NaN, which gives way to their order.
    rowsOf: (rank) => rows.slice(from[rank], from[rank + 1]).sort((i, j) => time(i) - time(j) || i - j),
    placesOf: (rank) => places[rank],
  };
}
