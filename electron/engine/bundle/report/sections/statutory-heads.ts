import { escapeMarkup } from '../../../../../shared/escape-markup.ts';
import { contextEvents, countEvents } from '../../../accounts/records.ts';
import { cite } from '../exhibit-numbers.ts';
import { HEADS, HEADS_SOURCE, type Head, speaksTo } from '../heads.ts';
import { MOST_EVENTS } from '../limits.ts';
import type { Reading } from '../reading.ts';
import { counted, cutTable, time } from '../report-html.ts';
import type { Section } from '../section.ts';
import { signalsOf, signalTable } from '../signal-rows.ts';

/** What speaks to each of the four heads of the bill, and plainly where nothing does. */
export const statutoryHeads: Section = {
  id: 'heads',
  title: 'Evidence under the four heads',
  *body(reading) {
    yield `<p>${escapeMarkup(HEADS_SOURCE)}</p>\n`;
    for (const head of HEADS) yield* headPart(reading, head);
    const unplaced = reading.exhibits.filter((exhibit) => !HEADS.some((head) => speaksTo(head, exhibit)));
    if (unplaced.length > 0)
      yield `<p class="soft">By what they ask, no head takes${cite(unplaced.map(({ number }) => number))}: what they show is said with the findings they belong to.</p>\n`;
  },
};

function* headPart(reading: Reading, head: Head): Generator<string> {
  yield `<h3 id="head-${head.id}">(${head.id}) ${head.title}</h3>\n`;
  const exhibits = reading.exhibits.filter((exhibit) => speaksTo(head, exhibit));
  const signals = signalsOf(reading, head.signals);
  const speaking = signals.filter(({ signal }) => signal.bits > 0);
  const events = head.id === 'iv' ? countEvents(reading.open.db) : null;
  if (events !== null)
    yield '<p><strong>A correlation in time.</strong> What stands here rests on outside events alone, as somebody supplied them. That queries follow an event does not show that the one caused the other, and whoever looks for enough events finds some that fit.</p>\n';
  if (events === 0) {
    yield '<p class="nothing">Nothing in this bundle speaks to this head: it holds no table of outside events.</p>\n';
    return;
  }
  if (exhibits.length === 0 && speaking.length === 0)
    yield '<p class="nothing">Nothing in this bundle speaks to this head.</p>\n';
  if (exhibits.length > 0)
    yield `<p>${counted(exhibits.length, 'exhibits')} ${exhibits.length === 1 ? 'speaks' : 'speak'} to it${cite(exhibits.map(({ number }) => number))}. Whether ${exhibits.length === 1 ? 'it speaks' : 'they speak'} for or against it is for the reader of ${exhibits.length === 1 ? 'it' : 'them'}.</p>\n`;
  if (signals.length > 0) {
    yield `<p>${speaking.length} of ${counted(signals.length, 'signals')} that were worked out ${speaking.length === 1 ? 'adds' : 'add'} evidence; the others are listed below them, since what was looked for and not found counts too.</p>\n`;
    yield* signalTable(reading, signals);
  }
  yield* notCarried(reading, head);
  if (events !== null) yield* eventTable(reading, events);
}

function* notCarried({ analysis }: Reading, head: Head): Generator<string> {
  const disabled = (analysis?.signals ?? []).filter(
    ({ id, disabled: why }) => why !== null && head.signals.includes(id),
  );
  if (disabled.length === 0) return;
  yield `<p class="soft">Not worked out: ${disabled.map(({ id, title, disabled: why }) => `${id} ${escapeMarkup(title)} (${escapeMarkup(why ?? '')})`).join('; ')}.</p>\n`;
}

function* eventTable({ open: { db }, zone, voice }: Reading, events: number): Generator<string> {
  if (!voice.quotes) {
    yield `<p class="soft">The ${counted(events, 'events')} that these signals were set beside are withheld.</p>\n`;
    return;
  }
  yield `<h4>The outside events</h4>\n`;
  yield* cutTable(
    [
      { title: 'Time', width: 24 },
      { title: 'Kind', width: 16 },
      { title: 'Event', width: 36 },
      { title: 'Who says so', width: 24 },
    ],
    contextEvents(db, MOST_EVENTS + 1).map(({ timeUs, timeText, kind, label, reference }) => [
      timeUs === null ? (voice.told(timeText) ?? '–') : time(zone, timeUs),
      voice.told(kind ?? '–') ?? '–',
      voice.told(label) ?? '–',
      voice.told(reference ?? 'not stated') ?? '–',
    ]),
    { most: MOST_EVENTS, what: 'events', where: '<code>data/tables</code>' },
  );
}
