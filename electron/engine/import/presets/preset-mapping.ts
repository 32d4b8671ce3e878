import type { Mapping, PresetInfo } from '../../../../shared/contract/imports.ts';
import type { Preset } from './preset.ts';

/** The columns of rows that a preset made: each field's is called like it. */
export function identityMapping({ fields }: Preset): Mapping['columns'] {
  return Object.fromEntries(fields.map((field) => [field, field]));
}

export function presetInfo({ id, title, grain, rules }: Preset): PresetInfo {
  return { id, title, grain, rules };
}
