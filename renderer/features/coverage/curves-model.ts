import type {
  CoverageGrowth,
  GrowthOf,
  RarefiedCurve,
  TopicRarefaction,
} from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import type { Band, CurveScene, Line } from './curve-scene.ts';

const name = (account: string | null) =>
  account === null ? 'all together' : shownText(account, { max: 40 });

/** Expected different topics at equal numbers of requests, in front of what others give. */
export function rarefactionScene({ union, members, band, unionBand }: TopicRarefaction): CurveScene {
  const line = ({ account, m, expected }: RarefiedCurve): Line => ({
    label: name(account),
    x: m,
    y: expected,
    isMain: members.length === 1 || account === null,
  });
  return {
    lines: [...(union && members.length > 1 ? [union] : []), ...members].map(line),
    bands: bandsOf({ band, unionBand }),
    stepped: false,
    beside: 'others',
    xTitle: 'requests drawn (square-root scale)',
    yTitle: 'different topics expected',
  };
}

function bandsOf({ band, unionBand }: Pick<TopicRarefaction, 'band' | 'unionBand'>): Band[] {
  return [
    ...(band ? [{ ...band, label: 'cohort accounts', isUnion: false }] : []),
    ...(unionBand ? [{ ...unionBand, label: 'random groups', isUnion: true }] : []),
  ];
}

const COUNTED: Readonly<Record<GrowthOf, string>> = {
  topic: 'different topics',
  prompt: 'different prompts',
};

/** Different values in order of time; of topics in front of what others give when their order is left aside. */
export function growthScene(
  { union, members }: CoverageGrowth,
  by: GrowthOf,
  rarefaction: TopicRarefaction | undefined,
): CurveScene {
  const curves = [...(union && members.length > 1 ? [union] : []), ...members];
  return {
    lines: curves.map(({ account, requests, distinct }) => ({
      label: name(account),
      x: requests,
      y: distinct,
      isMain: members.length === 1 || account === null,
    })),
    bands: by === 'topic' && rarefaction ? bandsOf(rarefaction) : [],
    stepped: true,
    beside: by === 'topic' ? 'others' : 'every request',
    xTitle: 'requests in order of time (square-root scale)',
    yTitle: by === 'topic' ? COUNTED[by] : `${COUNTED[by]} (square-root scale)`,
  };
}
