import { escapeMarkup } from '../../../../shared/escape-markup.ts';
import { visible } from '../visible-text.ts';
import type { Reading } from './reading.ts';
import { facts, ident, said, time } from './report-html.ts';
import { reportCss } from './report-style.ts';
import type { Section } from './section.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The report as pieces of one HTML document: self-contained, without script or anything loaded from elsewhere, every
 * text from the data escaped and made visible. The marking stands above and below, and on every printed page.
 */
export function* reportDocument(reading: Reading): Generator<string> {
  const { about, info, template, voice } = reading;
  const { handling, pap } = about.choice;
  const marking = escapeMarkup(pap === '' ? handling : `${handling} · ${pap}`);
  const name = voice.told(info.name);
  const title = voice.quotes && name !== null ? visible(info.name, 120) : info.id;
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
  yield `<title>${escapeMarkup(title)} – ${template.title.toLowerCase()}</title>\n<style>${reportCss(handling, pap)}</style>\n</head>\n<body>\n`;
  yield `<div class="running top" aria-hidden="true">${marking}</div>\n<div class="running bottom" aria-hidden="true">${marking}</div>\n`;
  yield `<div class="handling">${marking}</div>\n<main>\n`;
  yield* opening(reading, marking);
  const sections = template.sections.map((section) => ({
    section,
    html: [...section.body(reading)].join(''),
  }));
  const shown = sections.filter(({ html }) => html !== '');
  yield contents(shown.map(({ section }) => section));
  for (const [index, { section, html }] of shown.entries())
    yield `<section id="${section.id}">\n<h2><span class="no">${index + 1}</span> ${section.title}</h2>\n${html}</section>\n`;
  yield `</main>\n<div class="handling end">${marking}</div>\n</body>\n</html>\n`;
}

function* opening(reading: Reading, marking: string): Generator<string> {
  const { about, info, zone, template, voice } = reading;
  const name = voice.told(info.name);
  yield `<p class="soft kind">${template.title}</p>\n<h1>${voice.quotes && name !== null ? name : `Case ${ident(info.id)}`}</h1>\n`;
  const { recipients } = about.choice;
  yield facts([
    ...(voice.quotes && info.reference !== ''
      ? [['Reference', voice.told(info.reference) ?? 'withheld'] as const]
      : []),
    ['Case', ident(info.id)],
    ['Marking', `<strong>${marking}</strong>`],
    [
      'For',
      recipients === ''
        ? '<span class="soft">no recipient is named</span>'
        : `<div class="words">${voice.plain || !voice.quotes ? said(recipients, 5000) : (voice.wrote(recipients) ?? '')}</div>`,
    ],
    ...(voice.plain ? [] : [['Question and authority', question(reading)] as const]),
    [
      'Made',
      `${time(zone, about.exportedUs)}${voice.quotes ? ` by ${voice.person(about.exportedBy) ?? 'the team'}` : ''}, with ${said(`${about.madeBy.name} ${about.madeBy.version}`)}`,
    ],
    [
      'Times',
      `in ${said(info.timeZone)}, with the offset from UTC beside each; by the clock of the computer they were noted on`,
    ],
  ]);
  yield voice.plain ? PLAIN_STATEMENT : STATEMENT;
}

function question({ info, voice }: Reading): string {
  if (info.question === '') return '<span class="soft">none was written into the case</span>';
  const words = voice.wrote(info.question);
  return words === null ? '<span class="soft">withheld</span>' : `<div class="words">${words}</div>`;
}

function contents(sections: readonly Section[]): string {
  const items = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>\n`).join('');
  return `<nav aria-label="Contents">\n<ol class="contents">\n${items}</ol>\n</nav>\n`;
}

const STATEMENT = `<div class="statement">
<p><strong>How to read this.</strong> What was counted, what the analysis infers and what people claim are told apart: claims are quoted with
their authors; what is inferred carries an estimative word; [E1] leads to the exhibit that a number can be worked out again from. Numbers
without one come from the tables of this bundle or from the analysis named under methods.</p>
<p><strong>What this is not.</strong> It is not a finding that any person or organisation broke a contract or a law. Heavy, repetitive or
coordinated use has ordinary causes, among them evaluation, agents that fan out, batch work and several people behind one gateway.</p>
</div>\n`;

const PLAIN_STATEMENT = `<div class="statement">
<p>This report says what was looked at and how it came out. Heavy, repetitive or coordinated use has ordinary causes, among them evaluation,
agents that fan out, batch work and several people behind one gateway.</p>
</div>\n`;
