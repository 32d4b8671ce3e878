import { lacksZone, type TimeForm } from './detect-time.ts';
import type { Sample } from './sample.ts';

const SAMPLING = /(?:^|[^a-z])sampl(?:e|ing)[_ .-]?(?:rate|ratio|probability|percent(?:age)?)$/i;
const ZONE_COLUMN = /(?:^|[^a-z])(?:time[_ .-]?zone|tz|tz[_ .-]?offset|utc[_ .-]?offset|gmt[_ .-]?offset)$/i;
const ID_COLUMN = /(?:^|[^a-z])(?:id|ids|key|account|user|org|customer)$|_id$|Id$/;
/** What spreadsheets make of long numbers, and of codes such as MAR1. */
const MANGLED = /^\d(?:\.\d+)?E\+\d{2,}$/i;
const TOTAL =
  /^[\s,;|"'\ufeff]*(?:grand\s+total|sub-?total|totals?|sum|summe|gesamt|insgesamt|somme)\s*:?\s*["']?\s*(?:[,;|\t]|$)/i;

/** What the samples give reason to doubt, a sentence each. */
export function sampleWarnings(
  { columns, texts, last }: Sample,
  timeColumn: string | undefined,
  times: TimeForm,
): string[] {
  const warnings: string[] = [];
  const timeTexts = texts[columns.indexOf(timeColumn ?? '')] ?? [];
  if (times.problem !== null) warnings.push(times.problem);
  else if (timeColumn !== undefined && times.read01 < 0.99 && timeTexts.some((text) => text !== '')) {
    warnings.push(
      `No form of time fits 99 in 100 sampled values of ${timeColumn}: the one proposed reads ${Math.round(times.read01 * 100)} %. Rows without a valid time are kept without one.`,
    );
  }
  const abbreviation = timeTexts
    .map((text) => /\d\s*([A-Z]{2,5})$/.exec(text)?.[1])
    .find((zone) => zone && !/^(?:UTC?|GMT|Z|AM|PM)$/.test(zone));
  if (abbreviation !== undefined) {
    warnings.push(
      `Times end in ${abbreviation}, an abbreviation that more than one zone has. They are read as no time; export them with offsets.`,
    );
  }
  const naive = timeTexts.some((text) => lacksZone(times.format, text));
  columns.forEach((name, column) => {
    const given = texts[column].filter((text) => text.trim() !== '');
    if (given.length === 0) return;
    if (naive && ZONE_COLUMN.test(name)) {
      const zones = [...new Set(given)].slice(0, 3).join(', ');
      warnings.push(
        `The column ${name} seems to hold the zone of the times (${zones}), which carry none themselves. It is not applied row by row; choose the zone that fits.`,
      );
    }
    if (SAMPLING.test(name) && given.some((text) => Number(text) > 0 && Number(text) < 1)) {
      warnings.push(
        `The column ${name} says that only some requests were logged (for instance ${given.find((text) => Number(text) < 1)}). Counts are then lower than what happened.`,
      );
    }
    if (ID_COLUMN.test(name) && given.some((text) => MANGLED.test(text))) {
      warnings.push(
        `The column ${name} holds values such as ${given.find((text) => MANGLED.test(text))}: a spreadsheet has cut the digits of ids, and different ids may have become equal. Export it again without opening it in a spreadsheet.`,
      );
    }
  });
  if (last !== null && looksLikeTotal(last)) warnings.push(TOTAL_ROW);
  return warnings.map((text) => text.slice(0, 400));
}

export const TOTAL_ROW =
  'The last row looks like a total, not a record. It is refused when it names no account; otherwise its counts are part of the data.';

/** Whether a record's first text is a word for a sum. */
export function looksLikeTotal(record: string): boolean {
  return TOTAL.test(record);
}

/** Said when many rows are refused: 1 in 20, and more than a few. */
export function refusedWarning(refused: number, rows: number): string[] {
  if (rows === 0 || refused <= rows * 0.05 || refused < 2) return [];
  const share = Math.round((refused / rows) * 100);
  return [
    `${refused.toLocaleString('en')} of ${rows.toLocaleString('en')} rows are refused (${share} %): more than 5 %. Look at the reasons before relying on this source.`,
  ];
}
