import { formatReference, parseReference, type Reference } from '../../../../shared/reference.ts';
import type { Redactor, SecretKind } from '../redact/redactor.ts';
import { CHIP_HIDES, type Hide, IDENTIFIER_HIDES, type JsonHides } from './columns.ts';

/** The string as it leaves. */
export function hidden(redactor: Redactor, hide: Hide, text: string): string {
  switch (hide) {
    case 'plain':
      return text;
    case 'text':
      return redactor.text(text);
    case 'words':
      return hiddenWords(redactor, text);
    case 'reference':
      return hiddenReference(redactor, text);
    default:
      return redactor.value(hide satisfies SecretKind, text);
  }
}

/** A value of JSON as it leaves, each string by the name of its property. Names are kept, own `__proto__` too. */
export function hiddenJson(redactor: Redactor, hides: JsonHides, value: unknown, name = ''): unknown {
  if (typeof value === 'string') return hidden(redactor, hideOf(hides, name), value);
  if (Array.isArray(value)) return value.map((item) => hiddenJson(redactor, hides, item, name));
  if (typeof value !== 'object' || value === null) return value;
  const by = hideOfValues(value as Record<string, unknown>);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      by?.property === key
        ? hiddenJson(redactor, { [key]: by.hide }, item, key)
        : hiddenJson(redactor, hides, item, key),
    ]),
  );
}

/** Of evidence its value, of a condition its values: what they are is told by the property beside them. */
function hideOfValues(of: Record<string, unknown>): { property: string; hide: Hide } | undefined {
  if (typeof of.kind === 'string' && typeof of.value === 'string')
    return { property: 'value', hide: own(IDENTIFIER_HIDES, of.kind) };
  if (typeof of.field === 'string' && Array.isArray(of.values))
    return { property: 'values', hide: own(CHIP_HIDES, of.field) };
  return undefined;
}

const hideOf = (hides: JsonHides, name: string): Hide => own(hides, name);

function own(hides: Readonly<Record<string, Hide>>, name: string): Hide {
  return Object.hasOwn(hides, name) ? hides[name] : 'text';
}

const IN_BRACKETS = /\[\[([^[\]]+)\]\]/g;

function hiddenWords(redactor: Redactor, text: string): string {
  let out = '';
  let at = 0;
  for (const found of text.matchAll(IN_BRACKETS)) {
    if (!parseReference(found[1])) continue;
    out += `${redactor.text(text.slice(at, found.index))}[[${hiddenReference(redactor, found[1])}]]`;
    at = found.index + found[0].length;
  }
  return out + redactor.text(text.slice(at));
}

/** What spells no reference is looked through as text. */
export function hiddenReference(redactor: Redactor, text: string): string {
  const reference = parseReference(text);
  return reference ? formatReference(renamed(redactor, reference)) : redactor.text(text);
}

function renamed(redactor: Redactor, reference: Reference): Reference {
  const account = (name: string) => redactor.value('account', name);
  switch (reference.kind) {
    case 'account':
      return { ...reference, account: account(reference.account) };
    case 'organisation':
      return { ...reference, organisation: redactor.value('organization', reference.organisation) };
    case 'topic':
      return { ...reference, topic: redactor.text(reference.topic) };
    case 'identifier':
      return {
        ...reference,
        value: hidden(redactor, own(IDENTIFIER_HIDES, reference.identifier), reference.value),
      };
    case 'link':
      return { ...reference, a: account(reference.a), b: account(reference.b) };
    case 'session':
      return {
        ...reference,
        account: account(reference.account),
        session: redactor.value('session', reference.session),
      };
    case 'range':
      return { ...reference, of: renamed(redactor, reference.of) as typeof reference.of };
    default:
      return reference;
  }
}
