import type { FilesOf } from '../../published/published.ts';
import { csvFile } from '../file-of.ts';
import { byText } from '../order.ts';

/** `data/redactions.csv`: which rule replaced how many different values; the header alone where nothing was redacted. */
export const redactionsFiles: FilesOf = async ({ about: { redaction } }) => [
  csvFile('data/redactions.csv', ['field', 'rule', 'values', 'key_id'], function* () {
    const rules = [...(redaction?.rules ?? [])].sort(
      (one, other) => byText(one.field, other.field) || byText(one.rule, other.rule),
    );
    for (const { field, rule, values } of rules) yield [field, rule, values, redaction?.keyId ?? null];
  }),
];
