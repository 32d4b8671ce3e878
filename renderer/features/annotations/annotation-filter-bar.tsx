import type { Annotation, AnnotationKind } from '../../../shared/contract/annotations.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { type AnnotationFilter, counted, objectKindOf } from './filter-model.ts';

const KIND_WORDS: Readonly<Record<AnnotationKind, string>> = {
  tag: 'Tags',
  comment: 'Comments',
  star: 'Stars',
};

interface Props {
  readonly all: readonly Annotation[];
  readonly shown: number;
  readonly filter: AnnotationFilter;
  readonly onChange: (filter: AnnotationFilter) => void;
}

/** What narrows the list of annotations; each choice with how many of all it has. */
export function AnnotationFilterBar({ all, shown, filter, onChange }: Props) {
  const tags = all.flatMap(({ kind, text }) => (kind === 'tag' ? text : []));
  return (
    <div className="toolbar annotation-filter">
      <input
        type="search"
        aria-label="Search annotations"
        placeholder="Search text, account, author"
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <Choice
        label="Kind"
        any="Every kind"
        chosen={filter.kind}
        values={counted(all.map(({ kind }) => kind))}
        words={(kind) => KIND_WORDS[kind]}
        onChoose={(kind) => onChange({ ...filter, kind })}
      />
      <Choice
        label="What it is on"
        any="On anything"
        chosen={filter.on}
        values={counted(all.map(objectKindOf))}
        words={(on) => `On ${on === 'case' ? 'the case' : on}`}
        onChoose={(on) => onChange({ ...filter, on })}
      />
      <Choice
        label="Author"
        any="By anyone"
        chosen={filter.author}
        values={counted(all.map(({ author }) => author))}
        words={(author) => shownText(author, { max: 40 })}
        onChoose={(author) => onChange({ ...filter, author })}
      />
      <Choice
        label="Tag"
        any="Any tag"
        chosen={filter.tag}
        values={counted(tags)}
        words={(tag) => shownText(tag, { max: 40 })}
        onChoose={(tag) => onChange({ ...filter, tag })}
      />
      <output className="count">
        {formatCount(shown)} of {formatUnits(all.length, 'annotation')}
      </output>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly any: string;
  readonly chosen: T | null;
  readonly values: readonly (readonly [T, number])[];
  readonly words: (value: T) => string;
  readonly onChoose: (value: T | null) => void;
}

/** A choice of one value or any; values are told by their place, as they are anybody's text. */
function Choice<T extends string>({ label, any, chosen, values, words, onChoose }: ChoiceProps<T>) {
  const at = values.findIndex(([value]) => value === chosen);
  return (
    <select
      aria-label={label}
      value={at}
      onChange={(event) => onChoose(values[Number(event.target.value)]?.[0] ?? null)}
    >
      <option value={-1}>{any}</option>
      {values.map(([value, uses], index) => (
        <option key={value} value={index}>
          {words(value)} ({formatCount(uses)})
        </option>
      ))}
    </select>
  );
}
