import { count, shortCount } from '../../timeline/words.ts';

/** Totals end so far from the edge of the chart, where the focus is drawn. */
export const TOTAL_PX = 3;
/** Totals up to this fit in full. */
const MOST_FULL = 9999;

export const totalTitle = (total: number) => (total > MOST_FULL ? shortCount(total) : count(total));
