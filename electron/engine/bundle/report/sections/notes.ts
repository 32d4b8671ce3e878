import type { Annotation } from '../../../../../shared/contract/annotations.ts';
import { formatReference, parseReference } from '../../../../../shared/reference.ts';
import { listAnnotations } from '../../../annotations/read.ts';
import { grouped } from '../../visible-text.ts';
import { MOST_NOTES } from '../limits.ts';
import type { Reading } from '../reading.ts';
import { counted, ident, ofWhole, said, time, timeSpan } from '../report-html.ts';
import type { Section } from '../section.ts';

/** Tags, comments and stars of the team, numbered as charts cite them. */
export const notes: Section = {
  id: 'notes',
  title: 'Notes of the team',
  *body(reading) {
    const all = listAnnotations(reading.open.db, null);
    if (all.length === 0) {
      yield '<p>No note is in this bundle.</p>\n';
      return;
    }
    yield `<p>${ofWhole(all.length, reading.about.ofCase.annotations, 'notes')} of the case: observations and opinions of those who wrote them.</p>\n`;
    yield '<ol class="notes">\n';
    for (const [index, note] of all.slice(0, MOST_NOTES).entries()) yield one(reading, note, index + 1);
    yield '</ol>\n';
    if (all.length > MOST_NOTES)
      yield `<p class="soft">The first ${grouped(MOST_NOTES)} of ${counted(all.length, 'notes')} are printed; all of them are in <code>data/tables</code>.</p>\n`;
  },
};

function one({ voice, zone }: Reading, note: Annotation, number: number): string {
  const { kind, text, author, createdUs, changedUs } = note;
  const words = kind === 'star' ? '★' : (voice.wrote(text) ?? '');
  const shown = kind === 'tag' ? `<span class="tag">${words}</span>` : `<div class="words">${words}</div>`;
  const changed = changedUs === createdUs ? '' : `, changed ${time(zone, changedUs)}`;
  return `<li id="a${number}"><span class="no">${number}</span><div>${shown}<div class="soft">${on(note, zone)}<br>${voice.person(author) ?? ''}, ${time(zone, createdUs)}${changed}</div></div></li>\n`;
}

function on({ kind, on: text }: Annotation, zone: Reading['zone']): string {
  const what = { tag: 'Tag', comment: 'Comment', star: 'Star' }[kind];
  const reference = parseReference(text);
  switch (reference?.kind) {
    case 'account':
      return `${what} on account ${ident(reference.account)}`;
    case 'range':
      return `${what} on ${timeSpan(zone, reference.fromUs, reference.toUs)} of ${ident(formatReference(reference.of))}`;
    case 'request':
      return `${what} on request ${ident(`${reference.source.slice(0, 12)}…/${reference.row}`)}`;
    default:
      return `${what} on ${said(text)}`;
  }
}
