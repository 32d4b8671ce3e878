import type { Band } from '../../../../shared/contract/bands.ts';
import type { TimeRange } from '../../../draw/time-scale.ts';
import { formatCount, formatShare, formatUnits } from '../../../ui/format.ts';
import { formWords, maskedShape } from '../../templates/model.ts';
import { rangeTitle } from '../../timeline/words.ts';
import { BAND_WORDS } from './band-field.ts';
import {
  type BandsScene,
  bandTitle,
  countAt,
  type InView,
  inView,
  sessionsInView,
  sumAt,
} from './bands-scene.ts';
import { stepRange } from './steps.ts';

/** `4,210 of 9,300 requests by topic in view`. */
export function viewWords({ field, bands }: BandsScene, { requests }: InView, isFiltered: boolean): string {
  const matching = isFiltered ? ' under the other conditions' : '';
  return `${formatCount(requests)} of ${formatUnits(bands.requests, 'request')}${matching} by ${BAND_WORDS[field].one} in view`;
}

/** `12 of 34 topics and all others together`. */
export function valuesWords({ field, bands }: BandsScene): string {
  const { one, many } = BAND_WORDS[field];
  if (bands.values === 0) return `no ${one} among them`;
  const named = bands.bands.filter(({ kind }) => kind === 'value').length;
  const of = `${formatCount(named)} of ${formatUnits(bands.values, one, many)}`;
  return named < bands.values ? `${of} and all others together` : of;
}

/** A cell of a row, or the row itself with a step of null, a line each. */
export function markWords(
  scene: BandsScene,
  range: TimeRange,
  row: number,
  step: number | null,
): readonly string[] {
  const { bands, field, edges, spans } = scene;
  const band = bands.bands[row];
  if (!band) return sessionWords(scene, range, step);
  const title = [bandTitle(band, field), ...kindWords(band)];
  if (step === null) {
    const { ofBand, requests } = inView(scene, range);
    return [
      ...title,
      `${formatCount(ofBand[row])} of its ${formatUnits(band.requests, 'request')} in view`,
      `${formatShare(ofBand[row], requests)} of the ${formatUnits(requests, 'request')} in view`,
    ];
  }
  const all = sumAt(scene, step);
  const count = countAt(scene, row, step);
  return [
    ...title,
    rangeTitle(spans, stepRange(edges, step)),
    `${formatCount(count)} of ${formatUnits(all, 'request')} in it${all > 0 ? ` (${formatShare(count, all)})` : ''}`,
  ];
}

/** What a template is, and what stands for it, masked; nothing of other bands. */
function kindWords({ kind, form }: Band): readonly string[] {
  if (kind === 'unkept') return ['wording that recurs, but is no regular part of the work of any account'];
  if (kind === 'unseen') return ['came after the analysis'];
  if (!form) return [];
  return form.name === null ? [formWords(form), maskedShape(form)] : [formWords(form)];
}

/** @param step of the bands, to which sessions are at the same steps once both have come. */
function sessionWords({ sessions, edges, spans }: BandsScene, range: TimeRange, step: number | null) {
  if (!sessions) return [];
  const { sessions: found } = sessions;
  if (step === null || edges[step] !== sessions.edges[step])
    return [
      'sessions, whatever the filter',
      `${formatCount(sessionsInView(sessions, range).count)} of ${formatUnits(found.sessions, 'session')} under way in view`,
      `${formatCount(found.requests)} of ${formatUnits(found.ofRequests, 'single request')} with a time name one`,
    ];
  return [
    'sessions, whatever the filter',
    rangeTitle(spans, stepRange(edges, step)),
    `${formatUnits(found.underWay[step], 'session')} under way, ${formatCount(found.begun[step])} begun in it`,
  ];
}

/** What is to be known of the chart beside the chart. */
export function noteWords(scene: BandsScene, range: TimeRange, isFiltered: boolean): string {
  const { bands, field, sessions, ownChips } = scene;
  const { one } = BAND_WORDS[field];
  return [
    'Totals at the right are those of the steps in view.',
    bands.untimed > 0 &&
      `${formatUnits(bands.untimed, 'request')} without a valid time ${bands.untimed === 1 ? 'is' : 'are'} in no cell.`,
    isFiltered && `Of ${formatUnits(bands.ofRequests, 'request')} of the account, whatever the filter.`,
    ...(scene.remarks ?? []),
    ownChips.length > 0 && `Grey rows are left out by the filter’s own conditions on the ${one}.`,
    sessions &&
      (sessions.lanes
        ? 'Each bar is a session from its first request to its last, whatever the filter.'
        : `Sessions are counted while under way, from first request to last, whatever the filter; full tone is ${formatCount(sessionsInView(sessions, range).most)} at a time. Short ranges show each as a bar.`),
  ]
    .filter(Boolean)
    .join(' ');
}
