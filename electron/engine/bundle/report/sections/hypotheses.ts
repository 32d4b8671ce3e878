import type { Consistency, Matrix } from '../../../../../shared/contract/hypotheses.ts';
import { grouped } from '../../visible-text.ts';
import { cite } from '../exhibit-numbers.ts';
import { MOST_EVIDENCE } from '../limits.ts';
import type { Reading, ReportFinding } from '../reading.ts';
import { counted, cutTable, plain } from '../report-html.ts';
import type { Section } from '../section.ts';
import { WITHHELD } from '../voice.ts';

/** Rival explanations of each finding, rated against the evidence after Heuer. */
export const hypotheses: Section = {
  id: 'hypotheses',
  title: 'Rival hypotheses',
  *body(reading) {
    const weighed = reading.findings.filter(({ matrix }) => matrix.hypotheses.length > 0);
    yield '<p>Heuer’s analysis of competing hypotheses: each row of evidence is rated against each explanation. The one with the least against it stands first; what fits an explanation is no proof of it, and adds nothing. Only ratings that a person confirmed count.</p>\n';
    const without = reading.findings.filter(
      ({ matrix, body }) => matrix.hypotheses.length === 0 && body.status !== 'withdrawn',
    );
    if (without.length > 0)
      yield `<p class="nothing">No rival explanations were rated for ${without.map(({ number }) => `<a href="#${number}">${number}</a>`).join(', ')}.</p>\n`;
    for (const finding of weighed) yield* matrixPart(reading, finding);
  },
};

function* matrixPart(
  reading: Reading,
  { number, matrix, detail, exhibits }: ReportFinding,
): Generator<string> {
  const { voice } = reading;
  yield `<h3>Explanations rivalling <a href="#${number}">${number}</a></h3>\n`;
  yield* ranking(reading, matrix);
  const columns = matrix.hypotheses.map((_, index) => ({
    title: `H${index + 1}`,
    width: 50 / matrix.hypotheses.length,
  }));
  yield* cutTable(
    [{ title: 'Evidence', width: 38 }, ...columns, { title: 'Tells apart', numeric: true, width: 12 }],
    matrix.evidence.map(({ title, exhibit, credibility, cells, diagnosticity }) => {
      const behind = exhibits.find(({ id }) => id === exhibit);
      return [
        `${voice.told(title) ?? WITHHELD}${behind ? cite([behind.number]) : ''} <span class="soft">credibility ${credibility}</span>`,
        ...cells.map(({ consistency }) => rating(consistency)),
        diagnosticity === null ? '<span class="soft">open</span>' : `${Math.round(100 * diagnosticity)} %`,
      ];
    }),
    { most: MOST_EVIDENCE, what: 'rows of evidence', where: '<code>data/tables</code>' },
  );
  yield '<p class="soft">++ very consistent, + consistent, 0 neither, − inconsistent, −− very inconsistent, n/a says nothing of it, ? nobody rated it. “Tells apart” is how far the ratings of a row lie apart, as a share of the scale: 0 % fits all explanations alike.</p>\n';
  if (matrix.unconfirmed > 0)
    yield `<p><strong>${grouped(matrix.unconfirmed)} of ${grouped(matrix.cells)} cells are open</strong> and count for nothing until a person rates them.${matrix.rowsInPart > 0 ? ` ${counted(matrix.rowsInPart, 'rows')} ${matrix.rowsInPart === 1 ? 'is' : 'are'} rated for some explanations only: until then the order is provisional.` : ''}</p>\n`;
  yield* sensitivity(reading, matrix);
  const change = voice.wrote(detail.changeMind);
  const missing = voice.wrote(detail.missing);
  yield `<h4>What would change our mind</h4>\n<div class="words">${words(change, detail.changeMind)}</div>\n`;
  yield `<h4>Expected and not there</h4>\n<div class="words">${words(missing, detail.missing)}</div>\n`;
}

const words = (html: string | null, text: string) =>
  text === '' ? '<span class="soft">Nobody wrote anything.</span>' : (html ?? WITHHELD);

function* ranking({ voice }: Reading, { hypotheses: list, order, leaders }: Matrix): Generator<string> {
  const places = new Map(list.map(({ id }, index) => [id, index]));
  yield '<ol class="ranking">\n';
  for (const id of order) {
    const index = places.get(id) as number;
    const { title, text, score, unconfirmed } = list[index];
    const lead = leaders.includes(id) ? ' <strong>least against it</strong>' : '';
    yield `<li><span class="no">H${index + 1}</span> ${voice.told(title) ?? WITHHELD}: ${plain(score)} against it${lead}${unconfirmed > 0 ? ` <span class="soft">(${counted(unconfirmed, 'cells')} open)</span>` : ''}${text !== '' && voice.quotes ? `<br><span class="soft">${voice.told(text) ?? ''}</span>` : ''}</li>\n`;
  }
  yield '</ol>\n';
  if (leaders.length === 0)
    yield '<p>All have the same against them, so the evidence tells none from another.</p>\n';
}

function* sensitivity({ voice }: Reading, { hypotheses: list, evidence }: Matrix): Generator<string> {
  const carrying = evidence.flatMap(({ title, without }, index) =>
    without.changes ? [{ title, without, index }] : [],
  );
  yield '<h4>If one piece of evidence were wrong</h4>\n';
  if (carrying.length === 0) {
    yield `<p>No single row decides: without any one of the ${counted(evidence.length, 'rows')} the same explanation has the least against it.</p>\n`;
    return;
  }
  yield '<ul>\n';
  for (const { title, without } of carrying.slice(0, 20)) {
    const names = without.leaders.map((id) => `H${list.findIndex((one) => one.id === id) + 1}`);
    yield `<li>Without “${voice.told(title) ?? 'a row whose words are withheld'}” ${names.length === 0 ? 'nothing tells the explanations apart' : `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} the least against ${names.length === 1 ? 'it' : 'them'}`}.</li>\n`;
  }
  yield '</ul>\n';
}

const SHOWN: Readonly<Record<Consistency, string>> = {
  '--': '−−',
  '-': '−',
  '0': '0',
  '+': '+',
  '++': '++',
  'n/a': 'n/a',
};

function rating(consistency: Consistency | null): string {
  if (consistency === null) return '<span class="soft">?</span>';
  return `<span class="${consistency.startsWith('-') ? 'against' : 'rating'}">${SHOWN[consistency]}</span>`;
}
