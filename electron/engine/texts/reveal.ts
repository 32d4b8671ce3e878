import { StillwatchError } from '../../../shared/contract/errors.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { appendCustody } from '../custody/log.ts';
import { fullHash } from './hash.ts';
import { countCharacters, requestsWith } from './masked.ts';
import { promptOf } from './requests.ts';
import { TextReader } from './text-reader.ts';

export interface RevealedText {
  readonly text: string;
  /** Of its UTF-8, hex. */
  readonly sha256: string;
  readonly characters: number;
}

/**
 * A prompt text in full, by its number or at a request. The custody log has the entry before anybody sees the text.
 * @throws StillwatchError NOT_FOUND, CASE_LOCKED, DISK_FULL
 */
export function revealText(open: Case, what: { id: number } | { request: string }): RevealedText {
  open.refuseIfReadOnly();
  const { db, author } = open;
  const text = textOf(open, what);
  const sha256 = fullHash(text);
  const characters = countCharacters(text);
  const place = 'request' in what ? { request: what.request } : { requests: requestsWith(db, what.id) };
  try {
    db.transaction(() =>
      appendCustody(db, { action: 'text.reveal', author, detail: { sha256, characters, ...place } }),
    ).immediate();
  } catch (error) {
    throw cannotWrite(error, 'The text is not shown, because that could not be recorded.');
  }
  return { text, sha256, characters };
}

function textOf({ db }: Case, what: { id: number } | { request: string }): string {
  const prompt = 'request' in what ? promptOf(db, what.request) : what;
  if (prompt === null) throw new StillwatchError('NOT_FOUND', 'This request has no prompt text.');
  if ('text' in prompt) return prompt.text;
  requestsWith(db, prompt.id);
  const text = new TextReader(db).text(prompt.id);
  if (text === undefined) throw new StillwatchError('NOT_FOUND', 'The case holds no such text.');
  return text;
}
