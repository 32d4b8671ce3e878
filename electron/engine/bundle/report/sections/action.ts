import { listAnnotations } from '../../../annotations/read.ts';
import { ident, time } from '../report-html.ts';
import type { Section } from '../section.ts';

/** How a note says that it recommends an action. */
const RECOMMENDS = /^\s*recommended action\b/i;

/** What people recommend doing, in their words; this program recommends nothing. */
export const action: Section = {
  id: 'action',
  title: 'Recommended action',
  *body({ open: { db }, voice, zone }) {
    const written = listAnnotations(db, null).filter(
      ({ kind, text }) => kind === 'comment' && RECOMMENDS.test(text),
    );
    if (written.length === 0) {
      yield '<p class="nothing">Nobody wrote a recommended action into the case, and this program recommends none. A note that begins with “Recommended action” would stand here.</p>\n';
      return;
    }
    yield '<p>In the words of those who recommend it; whether it can be taken back is for them to say.</p>\n';
    for (const { text, on, author, createdUs } of written)
      yield `<blockquote>${voice.wrote(text) ?? ''}</blockquote>\n<p class="soft">${voice.person(author) ?? ''} on ${ident(on)}, ${time(zone, createdUs)}.${/revers/i.test(text) ? '' : ' It does not say whether it can be taken back.'}</p>\n`;
  },
};
