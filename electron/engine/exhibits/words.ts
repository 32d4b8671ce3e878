import type { RecordBody } from '../../../shared/records/records.ts';

const TITLE_LENGTH = 60;

/** An exhibit as the history names it. */
export function exhibitWords({ title }: RecordBody<'exhibit'>): string {
  const cut = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH).toWellFormed()}…` : title;
  return `the exhibit "${cut}"`;
}
