import { ASSUMPTION_TITLES, assumptionWords } from '../../../shared/assumptions.ts';
import { assumption } from '../../../shared/contract/assumptions.ts';
import { TABLE_KINDS, type TableKind } from '../../../shared/contract/imports.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { formatPrior } from '../analysis/words.ts';
import { describeTarget } from '../annotations/model.ts';
import { ROW_NAMES } from '../import/model.ts';
import { maskedWords } from '../search/model.ts';
import { cohortWords } from './cohort-words.ts';

export interface EntryWords {
  /** What was done: `File imported`. */
  readonly title: string;
  /** To what, with its counts; empty when the title says all. */
  readonly about: string;
}

/** What an entry of the custody log records, in words; an action without words of its own stands as recorded. */
export function entryWords(action: string, detail: string, zone: string): EntryWords {
  const fields = parsed(detail);
  const payload = group(fields.payload);
  const again = fields.undoes === undefined ? '' : ', by undo or redo';
  switch (action) {
    case 'case.create':
      return {
        title: 'Case created',
        about: [payload.name, payload.handling, payload.timeZone].map(words).filter(Boolean).join(' · '),
      };
    case 'case.open':
      return { title: 'Case opened', about: '' };
    case 'source.import':
      return {
        title: 'File imported',
        about: `${words(fields.file)}: ${formatUnits(number(fields.stored), rowName(group(fields.mapping).kind))} stored of ${formatUnits(number(fields.rowsRead), 'row')} read`,
      };
    case 'source.remove':
      return {
        title: 'Import taken back',
        about: `${words(fields.file)}: ${formatUnits(number(fields.stored), rowName(fields.kind))}`,
      };
    case 'annotation.add':
      return {
        title: `${payload.kind === 'tag' ? 'Tag' : 'Comment'} added${again}`,
        about: `“${words(payload.text)}” on ${place(payload, zone)}`,
      };
    case 'annotation.edit':
      return { title: `Annotation changed${again}`, about: `“${words(payload.text)}”` };
    case 'annotation.remove':
      return { title: `Annotation removed${again}`, about: '' };
    case 'annotations.add':
    case 'annotations.remove':
      return manyAnnotations(action, payload, again);
    case 'view.save':
      return { title: `View saved${again}`, about: `“${words(payload.name)}”` };
    case 'view.remove':
      return { title: `Saved view removed${again}`, about: '' };
    case 'cohorts.setRule':
    case 'cohorts.move':
    case 'cohorts.leaveOut':
    case 'source.markReference':
      return cohortWords(action, payload, again);
    case 'graph.place': {
      const places = Array.isArray(payload.places) ? payload.places.length : 0;
      return { title: `Nodes of the graph placed or let go${again}`, about: formatUnits(places, 'node') };
    }
    case 'assumption.make':
      return { title: `Assumption made${again}`, about: assumed(payload.assumption) };
    case 'rejects.export':
      return {
        title: 'Rows not stored written to a file',
        about: `${words(fields.file)}: ${formatUnits(number(fields.rows), 'row')}`,
      };
    case 'picture.save':
      return { title: 'Picture of a chart saved', about: `${words(fields.file)}: ${words(fields.title)}` };
    case 'text.reveal':
      return {
        title: 'Prompt text revealed',
        about: [
          maskedWords(number(fields.characters), words(fields.sha256)),
          typeof fields.request === 'string'
            ? describeTarget(fields.request, zone, true)
            : formatUnits(number(fields.requests), 'request'),
        ].join(' · '),
      };
    case 'template.reveal':
      return {
        title: 'Template wording revealed',
        about: [
          maskedWords(number(fields.characters), words(fields.sha256), 'Wording'),
          `template ${words(fields.template)}`,
          formatUnits(number(fields.requests), 'request'),
        ].join(' · '),
      };
    case 'analysis.run':
      return {
        title: 'Case analysed',
        about: `${formatUnits(number(fields.operators), 'operator')} among ${formatUnits(number(fields.accounts), 'account')} · seed ${number(fields.seed)} · prior ${formatPrior(number(fields.priorShare))}`,
      };
    case 'bundle.export':
      return {
        title: 'Bundle exported',
        about: `${words(fields.file)}: ${formatUnits(number(fields.files), 'file')}`,
      };
    default:
      return { title: shownText(action, { max: 60 }), about: '' };
  }
}

/** Of many annotations made or taken back as one act. */
function manyAnnotations(action: string, payload: Fields, again: string): EntryWords {
  if (action === 'annotations.remove') {
    const ids = Array.isArray(payload.ids) ? payload.ids.length : 0;
    return { title: `Annotations removed${again}`, about: formatUnits(ids, 'annotation') };
  }
  const added = Array.isArray(payload.annotations) ? payload.annotations : [];
  return {
    title: `Tag added to accounts${again}`,
    about: `“${words(group(added[0]).text)}” on ${formatUnits(added.length, 'account')}`,
  };
}

type Fields = Readonly<Record<string, unknown>>;

function parsed(json: string): Fields {
  try {
    return group(JSON.parse(json));
  } catch {
    return {};
  }
}

function group(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** One row of a kind of table; requests where the entry names no kind. */
function rowName(kind: unknown): string {
  return TABLE_KINDS.some((known) => known === kind) ? ROW_NAMES[kind as TableKind] : ROW_NAMES.requests;
}

function words(value: unknown): string {
  return typeof value === 'string' ? shownText(value, { max: 120 }) : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function assumed(value: unknown): string {
  const made = assumption.safeParse(value);
  return made.success ? `${ASSUMPTION_TITLES[made.data.name]}: ${assumptionWords(made.data)}` : '';
}

function place({ on, account }: Fields, zone: string): string {
  if (typeof on !== 'string') return 'an account';
  const target = describeTarget(on, zone, true);
  return on.startsWith('account:') ? target : `${target} of ${words(account)}`;
}
