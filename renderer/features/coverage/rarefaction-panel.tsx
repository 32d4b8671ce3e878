import { useId, useMemo, useState } from 'react';
import { type CoverageOf, EQUAL_N, type TopicRarefaction } from '../../../shared/contract/coverage.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { coverageCaption } from './coverage-caption.ts';
import { basisWords, formatMean, percent } from './coverage-words.ts';
import { CURVE_HEIGHT, CurvesChart } from './curves-chart.tsx';
import { rarefactionScene } from './curves-model.ts';
import { drawCurves } from './draw-curves.ts';
import { RarefactionTable } from './rarefaction-table.tsx';

const PICTURE = { widthPx: 720, heightPx: CURVE_HEIGHT };

/** How many topics equal numbers of requests would touch. */
export function RarefactionPanel({ of, rarefaction }: { of: CoverageOf; rarefaction: TopicRarefaction }) {
  const id = useId();
  const [tableShown, setTableShown] = useState(false);
  const scene = useMemo(() => rarefactionScene(rarefaction), [rarefaction]);
  const { members, union } = rarefaction;
  const count = union?.topics ?? members[0].topics;
  const about = `${formatUnits(count, 'topic')} in ${formatUnits(rarefaction.withTopic - rarefaction.other, 'request')}`;
  return (
    <section className="coverage-part" aria-labelledby={id}>
      <header className="coverage-head">
        <h2 id={id}>
          At equal numbers of requests <span className="soft">{about}, rarefied</span>
        </h2>
        <span className="coverage-acts">
          <button type="button" aria-pressed={tableShown} onClick={() => setTableShown(!tableShown)}>
            Rarefaction as a table
          </button>
          <PictureMenu
            name="rarefaction of topics"
            picture={() => ({
              size: PICTURE,
              caption: coverageCaption(
                `Topics at equal numbers of requests: ${about}`,
                of,
                basisWords(rarefaction),
                rarefaction.withTopic,
              ),
              draw: (context, size, colours) => drawCurves(context, scene, null, size, colours),
            })}
          />
        </span>
      </header>
      <p className="coverage-finding">{equalWords(rarefaction)}</p>
      <CurvesChart scene={scene} label={`Topics expected at equal numbers of requests, ${about}`} />
      {tableShown && <RarefactionTable rarefaction={rarefaction} labelledBy={id} />}
      <p className="coverage-note">{noteWords(rarefaction)}</p>
    </section>
  );
}

/** What any 200 requests would touch, beside the cohort. */
export function equalWords({ union, members, equalBand }: TopicRarefaction): string {
  const subject = members.length > 1 && union ? union : members[0];
  const whose = members.length > 1 ? 'all together' : 'this account';
  const { equal } = subject;
  if (!equal)
    return `With ${formatUnits(subject.requests, 'request')} there are fewer than the ${EQUAL_N} at which coverage is compared.`;
  const band = equalBand
    ? ` The middle 90 % of ${formatUnits(equalBand.accounts, 'account')} of its cohorts touch ${formatMean(equalBand.low)} to ${formatMean(equalBand.high)}.`
    : ' Too few accounts of its cohorts have as many requests to compare with.';
  return `Any ${EQUAL_N} requests of ${whose} touch ${formatMean(equal.expected)} topics, as varied as ${formatMean(equal.hill1)} used alike; ${percent(equal.coverage)} of further requests would fall into those.${band}`;
}

function noteWords({ members, band, cohortAccounts, unionBand, union }: TopicRarefaction): string {
  const parts = [
    'Rarefaction after Hurlbert (1971), Hill number of order 1 and coverage at equal n after Chao et al. (2014, Ecol. Monogr. 84:45-67) and Good and Turing.',
  ];
  if (members.length > 1)
    parts.push(`Thin lines are single accounts, the ${formatCount(members.length)} with the most requests.`);
  parts.push(
    band
      ? `Grey: 5 to 95 % and median of ${formatCount(band.curves)} of a sample of ${formatCount(band.ofCurves)} of ${formatUnits(cohortAccounts, 'account')} of the cohorts: those with ${formatUnits(band.m[band.m.length - 1], 'request')} or more.`
      : 'The cohorts hold too few accounts for a band.',
  );
  if (unionBand)
    parts.push(
      `Dashed: 5 to 95 % of ${formatCount(unionBand.curves)} of ${formatCount(unionBand.ofCurves)} random groups of as many accounts of the same cohorts, those with as many requests as are drawn.`,
    );
  else if (union) parts.push('The cohorts are too small to draw random groups of as many accounts from.');
  parts.push('Broad and narrow coverage both occur in campaigns; gateways cover much, classifiers little.');
  return parts.join(' ');
}
