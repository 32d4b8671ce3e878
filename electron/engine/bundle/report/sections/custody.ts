import { CHAIN_START, checkChain } from '../../../custody/chain.ts';
import { custodyEntries, shownEntry } from '../../../custody/log.ts';
import { grouped } from '../../visible-text.ts';
import type { Reading } from '../reading.ts';
import { counted, facts, ident, time } from '../report-html.ts';
import type { Section } from '../section.ts';

/** Who did what, in numbers, and the hash that vouches for all of it. */
export const custody: Section = {
  id: 'custody',
  title: 'Custody log',
  *body(reading) {
    const { zone, voice } = reading;
    const { entries, head, firstUs, lastUs, actions, authors, firstBad, linked } = summaryOf(reading);
    yield '<p>The case keeps a log of who did what. Each entry names the SHA-256 of the entry before it, so none can be changed, moved or taken out without breaking the chain. It ends before the export of this bundle, whose entry names the hash of the bundle.</p>\n';
    if (entries === 0) {
      yield '<p class="nothing">No custody log is in this bundle.</p>\n';
      return;
    }
    yield facts([
      ['Entries', counted(entries, 'entries')],
      ['First and last', `${time(zone, firstUs)} to ${time(zone, lastUs)}`],
      ['Hash of the last entry', ident(head)],
      [
        'Chain',
        firstBad === null
          ? 'every hash was worked out again when this report was made, and holds'
          : reading.about.redaction
            ? `what entries name was redacted, so their hashes can be worked out again from the case alone; ${linked ? 'each entry names the hash that stands with the entry before' : '<strong class="against">not every entry names the hash of the entry before</strong>'}`
            : `<strong class="against">it does not hold from entry ${firstBad} on</strong>`,
      ],
      ...(voice.quotes ? [['By whom', counts(authors, (name) => voice.person(name) ?? '')] as const] : []),
      ['By action', counts(actions, (name) => ident(name))],
    ]);
    yield '<p class="soft">All of it is in <code>data/provenance/custody.ndjson</code>. Times come from the clock of the computer that each act was done on; no outside party has confirmed them.</p>\n';
  },
};

function summaryOf({ open: { db } }: Reading) {
  const [actions, authors] = [new Map<string, number>(), new Map<string, number>()];
  let [entries, head, firstUs, lastUs]: [number, string, number | null, number | null] = [0, '', null, null];
  let linked = true;
  for (const stored of custodyEntries(db)) {
    const { atUs, action, author, hash } = shownEntry(stored);
    linked &&= prevOf(stored.entry) === (head === '' ? CHAIN_START : head);
    entries += 1;
    head = hash;
    firstUs ??= atUs;
    lastUs = atUs;
    actions.set(action, (actions.get(action) ?? 0) + 1);
    authors.set(author, (authors.get(author) ?? 0) + 1);
  }
  return {
    entries,
    head,
    firstUs,
    lastUs,
    actions,
    authors,
    firstBad: checkChain(custodyEntries(db)).firstBad,
    linked,
  };
}

/** The hash that an entry names as that of the entry before; null where it names none. */
function prevOf(entry: string): unknown {
  try {
    return (JSON.parse(entry) as { prev?: unknown } | null)?.prev ?? null;
  } catch {
    return null;
  }
}

function counts(of: ReadonlyMap<string, number>, name: (text: string) => string): string {
  const sorted = [...of].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
  const shown = sorted.slice(0, 40).map(([text, count]) => `${name(text)} ${grouped(count)}`);
  return `${shown.join(', ')}${sorted.length > 40 ? ` and ${sorted.length - 40} more` : ''}`;
}
