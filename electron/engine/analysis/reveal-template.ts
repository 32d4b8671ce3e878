import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { appendCustody } from '../custody/log.ts';
import { fullHash } from '../texts/hash.ts';
import { countCharacters } from '../texts/masked.ts';
import { readTemplate } from './stored-templates.ts';
import { type TextPart, templateParts } from './template-parts.ts';

/**
 * The wording of a template. The custody log has the entry before anybody sees it.
 * @throws StillwatchError NOT_FOUND, CASE_LOCKED, DISK_FULL
 */
export function revealTemplate(open: Case, id: string): { text: string; parts: TextPart[] } {
  open.refuseIfReadOnly();
  const { db, author } = open;
  const { template, text } = readTemplate(db, id);
  const detail = {
    template: id,
    sha256: fullHash(text),
    characters: countCharacters(text),
    requests: template.requests,
  };
  try {
    db.transaction(() => appendCustody(db, { action: 'template.reveal', author, detail })).immediate();
  } catch (error) {
    throw cannotWrite(error, 'The wording is not shown, because that could not be recorded.');
  }
  return { text, parts: template.from === 'hash' ? [{ text }] : templateParts(text, template.from) };
}
