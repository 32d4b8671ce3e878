import type { RecordKind } from '../../../../shared/records/records.ts';
import type { Redactor } from '../redact/redactor.ts';
import { PLAIN_PROPERTIES, RECORD_HIDES } from './columns.ts';
import { hidden, hiddenJson } from './hide.ts';

export interface PublishedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly body: unknown;
}

/** What a person wrote as it leaves; what is meant for who speaks in a review never does. */
export function redactRecord(redactor: Redactor, { kind, id, body }: PublishedRecord): PublishedRecord {
  const hides = RECORD_HIDES[kind];
  if (kind === 'property' && PLAIN_PROPERTIES.has(id)) return { kind, id, body };
  const said = hiddenJson(redactor, hides.body, body);
  return {
    kind,
    id: kind === 'code' ? codeId(redactor, id, body) : hidden(redactor, hides.id, id),
    body: kind === 'finding' ? { ...(said as object), speakerNotes: '' } : said,
  };
}

/** `<sample>/<account>/<coder>`, of which sample and coder stand in the body. */
function codeId(redactor: Redactor, id: string, body: unknown): string {
  const { sample, coder } = body as { sample: string; coder: string };
  const [before, behind] = [`${sample}/`, `/${coder}`];
  if (!id.startsWith(before) || !id.endsWith(behind)) return redactor.text(id);
  return `${before}${redactor.value('account', id.slice(before.length, -behind.length))}${behind}`;
}
