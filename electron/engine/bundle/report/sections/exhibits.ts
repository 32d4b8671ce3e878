import type { Rerun } from '../../../../../shared/contract/exhibits.ts';
import { EXHIBIT_TITLES, type ExhibitQueryName } from '../../../../../shared/contract/exhibits.ts';
import { canonicalJson } from '../../../canonical-json.ts';
import { grouped } from '../../visible-text.ts';
import { MOST_EXHIBITS } from '../limits.ts';
import type { Reading, ReportExhibit } from '../reading.ts';
import { counted, facts, ident, ofWhole, plain, said, time } from '../report-html.ts';
import type { Section } from '../section.ts';
import { WITHHELD } from '../voice.ts';

/** Every pinned piece of evidence, with what it takes to work it out again, and whether it still gives the same. */
export const exhibits: Section = {
  id: 'exhibits',
  title: 'Exhibits',
  *body(reading) {
    const { exhibits: all } = reading;
    if (all.length === 0) {
      yield '<p class="nothing">No exhibit is pinned to a finding of this bundle, so no number of it can be worked out again by its query alone.</p>\n';
      return;
    }
    const count = (state: Rerun['state']) => all.filter(({ rerun }) => rerun.state === state).length;
    yield `<p>${counted(all.length, 'exhibits')}. Each was worked out again from what is in this bundle when the report was made: ${count('match')} gave the same result to the byte, ${count('drift')} another one, ${count('cannot')} none.${expected(reading)}</p>\n`;
    for (const exhibit of all.slice(0, MOST_EXHIBITS)) yield* one(reading, exhibit);
    if (all.length > MOST_EXHIBITS)
      yield `<p class="soft">The first ${MOST_EXHIBITS} of ${grouped(all.length)} are printed; all of them are in <code>data/tables</code>.</p>\n`;
  },
};

/** A part of a case, or one whose names were replaced, cannot give what the whole case gave. */
function expected({ about }: Reading): string {
  const why = [
    ...(about.choice.whole ? [] : ['this bundle holds a part of the case']),
    ...(about.redaction ? ['names in it were replaced'] : []),
  ];
  return why.length === 0
    ? ''
    : ` Since ${why.join(' and ')}, another result is no sign of a change: the hashes are those of the case itself.`;
}

function* one(reading: Reading, { number, id, finding, body, rerun }: ReportExhibit): Generator<string> {
  const { voice, zone, about } = reading;
  const args = voice.value(canonicalJson(body.args), 1500);
  yield `<div class="exhibit" id="${number}">\n<h3>${number} <span class="title">${voice.wrote(body.title) ?? WITHHELD}</span></h3>\n`;
  yield facts([
    ['Of finding', `<a href="#${finding}">${finding}</a>`],
    [
      'What it asks',
      `${ident(body.query)}: ${said(Object.hasOwn(EXHIBIT_TITLES, body.query) ? EXHIBIT_TITLES[body.query as ExhibitQueryName] : 'a query of another version')}`,
    ],
    ['Asked with', args ?? WITHHELD],
    [
      'Version and seed',
      `${said(body.version)}; ${body.seed === null ? 'no chance in it' : `seed ${body.seed}`}`,
    ],
    [
      'Stands on',
      `${ofWhole(body.rows, about.ofCase.requests, 'requests')} of the case; rows ${ident(body.rowsHash)}`,
    ],
    ['Data', ident(body.dataHash)],
    ['Result', ident(body.resultHash)],
    ['Worked out again', state(reading, rerun)],
    ...(body.figures.length > 0 ? [['Figures', figures(reading, rerun, body.figures)] as const] : []),
    [
      'Pinned',
      `${voice.person(body.author) ?? 'an investigator'}, ${time(zone, body.pinnedUs)}; ${ident(id)}`,
    ],
  ]);
  yield '</div>\n';
}

const STATES: Readonly<Record<Rerun['state'], string>> = {
  match: '<strong>matches</strong>: the same result to the byte',
  drift: '<strong class="against">another result</strong>',
  cannot: '<strong class="against">cannot be worked out</strong>',
};

function state({ voice }: Reading, { state: found, reason, stale }: Rerun): string {
  const why = reason === null ? '' : `: ${voice.told(reason) ?? ''}`;
  return `${STATES[found]}${why}${stale ? ' It rests on an analysis of other data or decisions than the case held last.' : ''}`;
}

/** Names of figures may quote values of the data, as those of a statement of SQL do. */
function figures(
  { voice }: Reading,
  { state: found, figures: changes }: Rerun,
  pinned: ReportExhibit['body']['figures'],
): string {
  const now = new Map(changes.map(({ name, after }) => [name, after]));
  const shown = pinned.slice(0, 12).map(({ name, value }) => {
    const after = now.get(name) ?? null;
    const moved =
      found === 'drift' && after !== value ? ` <span class="soft">(again: ${number(after)})</span>` : '';
    return `<li>${voice.told(name) ?? 'a figure'}: ${number(value)}${moved}</li>`;
  });
  const more = pinned.length > 12 ? `<li class="soft">and ${pinned.length - 12} more</li>` : '';
  return `<ul class="flat columns">${shown.join('')}${more}</ul>`;
}

const number = (value: number | null) => (value === null ? '–' : plain(value));
