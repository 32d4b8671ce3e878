import type { FilesOf, Published } from '../../../../electron/engine/bundle/published/published.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';

/** Files as they are written, by path; one path twice is an error. */
export async function textsOf(
  published: Published,
  families: readonly FilesOf[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const filesOf of families)
    for (const { path, content } of await filesOf(published, unwatched)) {
      if (path in texts) throw new Error(`${path} is there twice`);
      texts[path] = '';
      for await (const piece of typeof content === 'string' ? [content] : content) texts[path] += piece;
    }
  return texts;
}

export function linesOf(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Records of a CSV as RFC 4180 has it. */
export function csvOf(text: string): string[][] {
  const records: string[][] = [[]];
  const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let found = CELL.exec(text); found && found.index < text.length; found = CELL.exec(text)) {
    records[records.length - 1].push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === '\r\n') records.push([]);
  }
  if (records.at(-1)?.length === 0) records.pop();
  return records;
}
