import { z } from 'zod';
import type { exhibitRecord } from '../records/finding.ts';
import { coverageOf } from './coverage.ts';
import { read, write } from './define.ts';
import { filter } from './filters.ts';
import { MOST_LANES } from './lanes.ts';

const account = z.string().min(1).max(1000);
const id = z.uuid();
const title = z.string().trim().min(1).max(500);

/** Fields of filters.view whose values can be listed in an exhibit. */
export const EXHIBIT_FACETS = [
  'model',
  'endpoint',
  'status',
  'topic',
  'operator',
  'organisation',
  'plan',
  'tag',
] as const;

/** What can be pinned, and what each is asked with. */
export const EXHIBIT_ARGS = {
  /** Quarter hours that touch the half-open range, in microseconds since 1970 UTC; of the whole case with null. */
  activity: z.strictObject({
    account: account.nullable(),
    range: z
      .strictObject({ fromUs: z.int(), toUs: z.int() })
      .refine(({ fromUs, toUs }) => fromUs < toUs, 'an empty range')
      .nullable(),
  }),
  profile: z.strictObject({ account }),
  /** Its so many signals that add the most bits. */
  signals: z.strictObject({ account, most: z.int().min(1).max(18) }),
  operator: z.strictObject({ operator: z.string().min(1).max(40) }),
  link: z.strictObject({ a: account, b: account }),
  template: z.strictObject({ template: z.string().min(1).max(60) }),
  synchrony: z.strictObject({ accounts: z.array(account).min(2).max(MOST_LANES) }),
  partition: z.strictObject({ of: coverageOf }),
  filter: z.strictObject({ filter, facets: z.array(z.enum(EXHIBIT_FACETS)).max(EXHIBIT_FACETS.length) }),
  sql: z.strictObject({ sql: z.string().trim().min(1).max(20_000) }),
} as const;
export type ExhibitQueryName = keyof typeof EXHIBIT_ARGS;
export type ExhibitArgs<Name extends ExhibitQueryName> = z.infer<(typeof EXHIBIT_ARGS)[Name]>;

/** What each shows, for lists and reports. */
export const EXHIBIT_TITLES: Readonly<Record<ExhibitQueryName, string>> = {
  activity: 'Requests over time',
  profile: 'Totals of an account',
  signals: 'Strongest signals of an account',
  operator: 'An operator, its accounts and findings',
  link: 'What links two accounts',
  template: 'Spread of a prompt template',
  synchrony: 'Whether accounts keep time with each other',
  partition: 'How topics are divided among accounts',
  filter: 'Counts under a filter',
  sql: 'A statement of SQL',
};

const asked = <Name extends ExhibitQueryName>(query: Name) =>
  z.strictObject({ query: z.literal(query), args: EXHIBIT_ARGS[query] });

/** What an exhibit asks of the case. */
export const exhibitQuestion = z.discriminatedUnion('query', [
  asked('activity'),
  asked('profile'),
  asked('signals'),
  asked('operator'),
  asked('link'),
  asked('template'),
  asked('synchrony'),
  asked('partition'),
  asked('filter'),
  asked('sql'),
]);
export type ExhibitQuestion = z.infer<typeof exhibitQuestion>;

export type ExhibitCell = string | number | null;

/** What a person reads off an exhibit, in the unit that the name says; null where there is nothing to read. */
export interface ExhibitFigure {
  readonly name: string;
  readonly value: number | null;
}

/** Rows of a result that are sent to the page. */
export const MOST_SHOWN_ROWS = 1000;

export interface ExhibitTable {
  readonly columns: readonly string[];
  /** The first MOST_SHOWN_ROWS of `ofRows`. */
  readonly rows: readonly (readonly ExhibitCell[])[];
  readonly ofRows: number;
  readonly figures: readonly ExhibitFigure[];
}

/** One figure as it was pinned and as it is now; null where it is not there. */
export interface FigureChange {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** An exhibit worked out again. */
export interface Rerun {
  /** The result is what it was, is not, or there is none. */
  readonly state: 'match' | 'drift' | 'cannot';
  /** Why it cannot be worked out; null where it can. */
  readonly reason: string | null;
  /** The sources of the case are not those it was pinned from. */
  readonly dataChanged: boolean;
  /** The requests behind it are not those it was pinned from; null where it cannot be worked out. */
  readonly rowsChanged: boolean | null;
  /** Another version of what works it out; null where it cannot be. */
  readonly versionChanged: boolean | null;
  /** It rests on an analysis that was made from other data or decisions than the case holds now. */
  readonly stale: boolean;
  /** All of them, whether they moved or not. */
  readonly figures: readonly FigureChange[];
}

/** What the last working out found. */
export interface LastCheck extends Rerun {
  readonly atUs: number;
}

export interface PinnedExhibit extends Readonly<z.infer<typeof exhibitRecord>> {
  /** UUIDv7. */
  readonly id: string;
  /** null where it was not worked out from the data and the analysis as they are now. */
  readonly lastCheck: LastCheck | null;
  /** The sources of the case are not those it was pinned from, so it may have moved. */
  readonly dataChanged: boolean;
}

/**
 * Works a question out without keeping anything. NOT_FOUND for what the case does not hold, CONFLICT where data come
 * or go meanwhile, BAD_ARGS for what cannot be asked, CANCELLED
 */
export const previewExhibit = read('exhibits.preview', exhibitQuestion).returns<
  ExhibitTable & {
    /** Records of the sources behind it. */
    readonly requests: number;
  }
>();

/** A picture of more characters is refused. */
export const MOST_PICTURE_CHARACTERS = 4_000_000;

/**
 * Works a question out and pins the answer to a finding, behind its other exhibits, with the picture as one act.
 * As `previewExhibit`; BAD_ARGS for a picture that is no drawing of this application's
 */
export const pinExhibit = write(
  'exhibits.pin',
  z.strictObject({
    finding: id,
    title,
    question: exhibitQuestion,
    picture: z.string().min(1).max(MOST_PICTURE_CHARACTERS).nullable(),
  }),
).returns<PinnedExhibit>();

/** Takes an exhibit and its picture away; evidence that stands on it stays, in words alone. NOT_FOUND */
export const unpinExhibit = write('exhibits.unpin', z.strictObject({ id })).returns<null>();

export const renameExhibit = write('exhibits.rename', z.strictObject({ id, title })).returns<null>();

/** Puts the exhibits of a finding in this order. BAD_ARGS unless each is named once. */
export const orderExhibits = write(
  'exhibits.order',
  z.strictObject({ finding: id, exhibits: z.array(id).max(1000) }),
).returns<null>();

/** The picture as it was pinned, an SVG document that loads and runs nothing; null for none. */
export const exhibitPicture = read('exhibits.picture', z.strictObject({ id })).returns<string | null>();

/** Works an exhibit out again, beside how it was pinned; `now` is null where it cannot be. NOT_FOUND, CANCELLED */
export const rerunExhibit = read('exhibits.rerun', z.strictObject({ id })).returns<
  Rerun & { readonly now: ExhibitTable | null }
>();
