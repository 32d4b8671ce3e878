import type { LockReason } from '../../../shared/contract/cases.ts';
import { TABLE_KINDS, type TableKind } from '../../../shared/contract/imports.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { formatPrior } from '../analysis/words.ts';
import { describeTarget } from '../annotations/model.ts';
import { ROW_NAMES } from '../import/model.ts';
import { maskedWords } from '../search/model.ts';

export interface EntryWords {
  /** What was done: `File imported`. */
  readonly title: string;
  /** To what, with its counts; empty when the title says all. */
  readonly about: string;
}

/** What an entry of the custody log records, in words; an action without words of its own stands as recorded. */
export function entryWords(action: string, detail: string, zone: string): EntryWords {
  const fields = parsed(detail);
  if (typeof fields.title === 'string') return actWords(action, fields, zone);
  switch (action) {
    case 'case.open':
      return { title: 'Case opened', about: '' };
    case 'case.lock':
      return { title: 'Case locked', about: LOCK_WORDS.get(fields.why) ?? '' };
    case 'case.openFailed':
      return {
        title: 'Wrong passphrase given',
        about: formatUnits(Array.isArray(fields.attempts) ? fields.attempts.length : 0, 'attempt'),
      };
    case 'case.passphrase':
      return {
        title: 'Passphrase changed',
        about: `${words(fields.before)} before, ${words(fields.after)} after`,
      };
    case 'case.keepKey':
      return { title: 'Key of the case kept in the keychain of a computer', about: '' };
    case 'case.forgetKey':
      return { title: 'Key of the case removed from a computer', about: '' };
    case 'case.compact':
      return { title: 'Case file compacted', about: '' };
    case 'case.recovered':
      return {
        title: 'Recovered from a damaged file',
        about: `${words(fields.file)}: ${formatUnits(number(fields.requestsLost), 'request')} lost, ${formatUnits(Array.isArray(fields.losses) ? fields.losses.length : 0, 'kind of row', 'kinds of rows')} incomplete`,
      };
    case 'case.backup':
      return {
        title: 'Backup written',
        about: `${words(fields.file)}, SHA-256 ${words(fields.sha256).slice(0, 12)}…`,
      };
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

/** Why a case was locked, by the reasons of the contract. */
const LOCK_WORDS: ReadonlyMap<unknown, string> = new Map(
  Object.entries({
    asked: 'by hand',
    idle: 'without input',
    suspend: 'the computer went to sleep',
    screen: 'the screen was locked',
  } satisfies Record<LockReason, string>),
);

/** An act on what people write: every such act tells its own title and the records it left. */
function actWords(action: string, fields: Fields, zone: string): EntryWords {
  const turn = { undo: 'Undone: ', redo: 'Done again: ' }[action] ?? '';
  const said = shownText(words(fields.title), { max: 120 });
  const changes = Array.isArray(fields.changes) ? fields.changes.map(group) : [];
  const about = new Set(changes.map((change) => recordWords(change, zone)).filter((what) => what !== ''));
  const named = [...about].slice(0, 3).join(', ');
  const more = about.size - Math.min(about.size, 3);
  return {
    title: turn === '' ? said.charAt(0).toUpperCase() + said.slice(1) : turn + said,
    about: more > 0 ? `${named} and ${formatUnits(more, 'other')}` : named,
  };
}

/** What a changed record is on; empty where its name says nothing to people. */
function recordWords({ kind, id, after }: Fields, zone: string): string {
  const body = group(after);
  if (typeof body.on === 'string') return describeTarget(body.on, zone, true);
  if (kind === 'property') return words(body.value);
  if (kind === 'conflict' || kind === 'mergedCopy') return '';
  return typeof id === 'string' && !UUID.test(id) ? words(id) : '';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

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
