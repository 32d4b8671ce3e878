import type { FrequencyCounts } from '../coverage/frequency-counts.ts';
import { rarefyHillNumbers } from '../coverage/rarefaction.ts';
import { rarefyCoverage } from '../coverage/sample-coverage.ts';
import { quantileOf } from '../statistics/percentile.ts';
import { actorsLike, actorsOf } from './actors.ts';
import { CoverageReader, cellsAt, cellsOf } from './cells.ts';
import { perContext } from './per-context.ts';
import { LEAST_REQUESTS, placeAmong, placeWords, weighedBits } from './place.ts';
import { topicWords, withoutTopics } from './readable.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { BAND, UNION_DRAWS, unionBreadth } from './union-breadth.ts';
import { count, counted, percent } from './words.ts';

/** Requests at which coverage is compared. */
const AT = 200;

const coverages = perContext((context: SignalContext) => {
  const { data } = context;
  const cells = cellsOf(context);
  const reader = new CoverageReader(data, cells);
  const accounts = data.accounts.map((_, a) => reader.frequencies([a]));
  const missed = data.accounts.map((_, a) => reader.missed(a));
  const actors = actorsOf(context).accounts.map((members) =>
    cellsAt(members.length === 1 ? accounts[members[0]] : reader.frequencies(members), AT),
  );
  return { cells, reader, accounts, missed, actors };
});

/** S6: how wide a part of the space of prompts is covered, told both ways. */
export const semanticCoverage: Signal = {
  id: 'S6',
  title: 'Coverage of topics and templates',
  family: 'content',
  measures: `The number of different cells expected among ${AT} requests drawn without replacement (rarefaction); a cell is a topic with a template; a topic is the one given in the data, or where fewer than half of the requests carry one, one computed from the words of the prompts. Hill numbers and Good-Turing coverage at the same ${AT} requests are said beside it. For an operator: its requests together against single accounts and other operators for narrowness, and ${LEAST_REQUESTS} requests of each of its accounts against random unions of as many accounts for breadth. Campaigns are broader than use where they sweep a field, and narrower where they work on one.`,
  unit: `cells in ${AT} requests`,
  direction: 'both',
  innocent: [
    'A licensed gateway or cloud marketplace passes on what many customers ask, and covers much.',
    'A team of people with one shared account asks about everything.',
    'A classifier or extraction pipeline asks one thing all the time, and covers little.',
  ],
  disabled(context) {
    const missing = withoutTopics(context);
    if (missing) return missing;
    return coverages(context).cells.cells === 1
      ? 'All requests fall into one cell: they are about one topic and follow one template or none.'
      : null;
  },
  accounts(context): AccountValues {
    const { cells, accounts } = coverages(context);
    const { cohorts } = context;
    const values = Float64Array.from(accounts, (counts) => cellsAt(counts, AT));
    const bands = cohorts.members.map((members) => {
      const sorted = Float64Array.from(members, (a) => values[a])
        .filter((value) => !Number.isNaN(value))
        .sort();
      return sorted.length > 0 ? BAND.map((share) => quantileOf(sorted, share).toFixed(1)) : null;
    });
    return {
      values,
      n: Uint32Array.from(accounts, ({ n }) => n),
      detail(a) {
        const { n, seen } = accounts[a];
        const band = bands[cohorts.of[a]];
        const whole = `${counted(n, 'request')} fall into ${count(seen)} of ${counted(cells.cells, 'cell')} of ${topicWords(context)} and template`;
        return n < AT
          ? `${whole}.`
          : `${whole}; ${expectedWords(accounts[a])}${band ? ` The middle 90 % of its cohort cover ${band[0]} to ${band[1]}.` : ''}`;
      },
    };
  },
  operator(context, members) {
    const { reader, actors, missed } = coverages(context);
    const own = reader.frequencies(members);
    const value = cellsAt(own, AT);
    if (Number.isNaN(value)) return undefined;
    const others = actorsLike(context, members);
    // Narrowness is told against single accounts and other operators: that its accounts are alike is known already.
    const narrow = placeAmong(
      value,
      Float64Array.from(others, (actor) => actors[actor]),
      'low',
    );
    const broad = unionBreadth(context, members, reader, missed);
    const p = Math.min(narrow.p, broad?.p ?? 1);
    const sentences = [
      `${counted(own.n, 'request')} of ${counted(members.length, 'account')} fall into ${counted(own.seen, 'cell')} of ${topicWords(context)} and template; ${expectedWords(own)}`,
      placeWords(narrow, 'as narrow a coverage'),
    ];
    if (broad)
      sentences.push(
        `Drawn ${LEAST_REQUESTS} from each account, they cover ${broad.cells.toFixed(1)} cells; of ${UNION_DRAWS} random groups of as many accounts of the same cohorts the middle 90 % cover ${broad.low.toFixed(1)} to ${broad.high.toFixed(1)}; ${count(broad.asBroad)} cover as many or more, ${count(broad.asNarrow)} as many or fewer.`,
      );
    // Two looks, at both tails: the better of them, less the bit that choosing costs.
    return { value, n: own.n, bits: weighedBits(Math.min(1, 2 * p), own.n), detail: sentences.join(' ') };
  },
};

/** '12.4 are expected in any 200 of them, as varied as 8.1 cells used alike...' */
function expectedWords(counts: FrequencyCounts): string {
  const { q0, q1, q2 } = rarefyHillNumbers(counts, AT);
  return `${q0.toFixed(1)} are expected in any ${AT} of them, as varied as ${q1.toFixed(1)} cells used alike (Hill number of order 1; ${q2.toFixed(1)} of order 2), and ${percent(rarefyCoverage(counts, AT))} of further requests would fall into those (Good-Turing).`;
}
