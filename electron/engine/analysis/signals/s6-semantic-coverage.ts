import { drawWithout, resamplingP } from '../statistics/resampling.ts';
import { actorsLike, actorsOf } from './actors.ts';
import { CoverageReader, cellsAt, cellsOf } from './cells.ts';
import { groupsLike } from './groups-like.ts';
import { operatorRng } from './operator-rng.ts';
import { perContext } from './per-context.ts';
import { LEAST_REQUESTS, placeAmong, placeWords, weighedBits } from './place.ts';
import type { AccountValues, Signal, SignalContext } from './signal.ts';
import { count, counted } from './words.ts';

/** Requests at which coverage is compared. */
const AT = 200;
const DRAWS = 511;
/** More members than this are represented by so many of them. */
const MOST_MEMBERS = 64;

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
  measures: `The number of different cells expected among ${AT} requests drawn without replacement; a cell is a topic with a template; where fewer than half of the requests carry a topic, a capability stands for it. Campaigns are broader than use where they sweep a field, and narrower where they work on one.`,
  unit: `cells in ${AT} requests`,
  direction: 'both',
  innocent: [
    'A licensed gateway or cloud marketplace passes on what many customers ask, and covers much.',
    'A team of people with one shared account asks about everything.',
    'A classifier or extraction pipeline asks one thing all the time, and covers little.',
  ],
  disabled(context) {
    const { cells } = coverages(context).cells;
    if (cells === 0) return 'No request carries a prompt, a topic or a hash that recurs.';
    return cells === 1 ? 'All requests fall into one cell: they carry neither texts nor topics.' : null;
  },
  accounts(context): AccountValues {
    const { cells, accounts } = coverages(context);
    const values = Float64Array.from(accounts, (counts) => cellsAt(counts, AT));
    return {
      values,
      n: Uint32Array.from(accounts, ({ n }) => n),
      detail(a) {
        const { n, seen } = accounts[a];
        const whole = `${counted(n, 'request')} fall into ${count(seen)} of ${counted(cells.cells, 'cell')} of ${cells.topics ? 'topic and template' : 'capability and template'}`;
        return n < AT ? `${whole}.` : `${whole}; ${values[a].toFixed(1)} are expected in any ${AT} of them.`;
      },
    };
  },
  operator(context, members) {
    const { reader, actors } = coverages(context);
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
    const broad = againstRandomUnions(context, members);
    const isBroad = broad !== undefined && broad.p < narrow.p;
    const p = isBroad ? broad.p : narrow.p;
    const sentences = [
      `${counted(own.n, 'request')} of ${counted(members.length, 'account')} fall into ${counted(own.seen, 'cell')}; ${value.toFixed(1)} are expected in any ${AT} of them.`,
      placeWords(narrow, 'as narrow a coverage'),
    ];
    if (broad)
      sentences.push(
        `Drawn ${LEAST_REQUESTS} from each account, they cover ${broad.cells.toFixed(1)} cells; of ${DRAWS} random groups of as many accounts of the same cohorts ${count(broad.asBroad)} cover as many, ${broad.mean.toFixed(1)} on average.`,
      );
    // Two looks, at both tails: the better of them, less the bit that choosing costs.
    return { value, n: own.n, bits: weighedBits(Math.min(1, 2 * p), own.n), detail: sentences.join(' ') };
  },
};

interface Breadth {
  readonly cells: number;
  readonly mean: number;
  readonly asBroad: number;
  readonly p: number;
}

/** The union's cells against unions of accounts drawn one for one from the members' cohorts, all at 50 requests. */
function againstRandomUnions(context: SignalContext, members: Uint32Array): Breadth | undefined {
  const { reader, missed } = coverages(context);
  const rng = operatorRng(context, 'S6', members);
  const usable = members.filter((a) => missed[a] !== undefined);
  if (usable.length < 2) return undefined;
  const taken =
    usable.length <= MOST_MEMBERS
      ? usable
      : Uint32Array.from(drawWithout(usable.length, MOST_MEMBERS, rng), (at) => usable[at]);
  const draw = groupsLike(context, members, taken, (a) => missed[a] !== undefined, rng);
  if (!draw) return undefined;
  const cells = unionOf(taken);
  let asBroad = 0;
  let sum = 0;
  for (let k = 0; k < DRAWS; k++) {
    const random = unionOf(draw());
    sum += random;
    if (random >= cells) asBroad++;
  }
  return { cells, mean: sum / DRAWS, asBroad, p: resamplingP(asBroad, DRAWS) };

  function unionOf(accounts: Uint32Array): number {
    return reader.union(Array.from(accounts, (a) => missed[a]).filter((found) => found !== undefined));
  }
}
