import { z } from 'zod';
import type { EvidenceFamily, Likelihood, Link } from './analysis.ts';
import { nothing, read, write } from './define.ts';
import { filter } from './filters.ts';

/** Operators a picture of bubbles begins with, and the most that it can be widened to. */
export const FIRST_BUBBLES = 60;
export const MOST_BUBBLES = 2000;
/** Most accounts of one picture; more would be no picture. */
export const MOST_PICTURED = 2000;
/** Most links of one picture that are sent; each operator's part says how many of its links that are. */
export const MOST_SENT = 20_000;

/** An operator as a bubble. */
export interface GraphOperator {
  readonly id: string;
  readonly accounts: number;
  /** Those of them that match the filter; all without one. */
  readonly matching: number;
  readonly requests: number;
  readonly score: number;
  readonly likelihood: Likelihood;
  readonly together: Likelihood;
  /** First request of any of its accounts; null without a valid time. */
  readonly firstUs: number | null;
}

export interface GraphOverview {
  /** `older`: the analysis was made before the graph was kept, so it has to be made again. */
  readonly state: 'ready' | 'none' | 'older';
  /** By descending score. */
  readonly operators: readonly GraphOperator[];
  readonly allOperators: number;
  /** Accounts in any operator, and accounts that were analysed. */
  readonly tiedAccounts: number;
  readonly allAccounts: number;
}

const account = z.string().min(1).max(1000);
const operator = z.string().min(1).max(40);
const kind = z.string().min(1).max(40);
const value = z.string().min(1).max(10_000);

/** Operators by descending score: the first `limit`, and those named. A filter says which accounts match, no more. */
export const graphOverview = read(
  'graph.overview',
  z.strictObject({
    limit: z.int().min(0).max(MOST_BUBBLES),
    also: z.array(operator).max(500),
    filter: filter.optional(),
  }),
).returns<GraphOverview>();

export interface GraphAccount {
  readonly account: string;
  readonly operator: string | null;
  /** Whether it matches the filter; true without one. */
  readonly matches: boolean;
  readonly score: number;
  readonly likelihood: Likelihood;
  readonly requests: number;
  readonly firstUs: number | null;
  /** Which part of its operator it falls in, 0 for the largest, as the links now count; 0 without an operator. */
  readonly part: number;
  /** Accounts of the operator that a link ties it to, shown or not. */
  readonly tiedTo: number;
}

/** A link in brief. */
export interface GraphLink {
  /** Places in the picture's accounts. */
  readonly a: number;
  readonly b: number;
  /** Without the kinds that are left out. */
  readonly bits: number;
  /** Places in the picture's values that the link consists of, strongest first, those left out not among them. */
  readonly values: readonly number[];
}

/** A value that accounts share: an identifier or a template. */
export interface GraphValue {
  readonly kind: string;
  readonly family: EvidenceFamily;
  readonly value: string;
  /** What it adds to the median link that has it, of several operators the most; also when its kind is left out. */
  readonly bits: number;
  /** Places in the picture's accounts. */
  readonly holders: readonly number[];
  /** Accounts that a link says share it, shown or not, and accounts of the case that carry it. */
  readonly tied: number;
  readonly accounts: number;
}

export interface GraphKind {
  readonly kind: string;
  readonly family: EvidenceFamily;
  /** Values shared by accounts of the picture's operators, and links that have any of them. */
  readonly values: number;
  readonly links: number;
}

/** How an operator holds together as the links now count, all its accounts looked at. */
export interface GraphOperatorParts {
  readonly operator: string;
  readonly accounts: number;
  /** Accounts of each part, largest first. */
  readonly parts: readonly number[];
  /** Links kept of all there are, those that still count, and those sent with this picture. */
  readonly kept: number;
  readonly total: number;
  readonly counted: number;
  /** Where its largest part would fall apart first; null where that is not known. */
  readonly weakest: {
    readonly a: string;
    readonly b: string;
    readonly bits: number;
    readonly splits: boolean;
  } | null;
}

export interface GraphPicture {
  readonly accounts: readonly GraphAccount[];
  /** Between accounts of the picture, strongest first. */
  readonly links: readonly GraphLink[];
  /** Links that count between accounts of the picture, of which at most `MOST_SENT` are sent. */
  readonly allLinks: number;
  readonly values: readonly GraphValue[];
  /** Kinds of evidence of the operators in the picture, whether left out or not, those of most links first. */
  readonly kinds: readonly GraphKind[];
  readonly operators: readonly GraphOperatorParts[];
  /** Where those that match the filter were asked for: how many are in the picture, those of the highest scores, of so many. */
  readonly ofFilter: { readonly accounts: number; readonly ofAccounts: number } | null;
  /** Accounts asked for that no analysis knows. */
  readonly unknown: readonly string[];
}

/** What of the links counts: they are weighed again without some kinds of evidence, and weak ones are left out. */
const counting = {
  withoutKinds: z.array(kind).max(40),
  leastBits: z.number().min(0).max(200),
};

/**
 * Accounts, all of the named operators, those named singly, and with `ofFilter` those that match the filter as far as
 * there is room, with what ties them: the links are those of the analysis, whatever the filter. Kinds that are left out change
 * the links' bits, and with them who still belongs together: operators are grouped again from what is left.
 * BAD_ARGS for more than `MOST_PICTURED` accounts; NOT_FOUND for an operator that the last analysis did not find.
 */
export const graphPicture = read(
  'graph.picture',
  z.strictObject({
    operators: z.array(operator).max(500),
    accounts: z.array(account).max(MOST_PICTURED),
    filter: filter.optional(),
    ofFilter: z.boolean().optional(),
    ...counting,
  }),
).returns<GraphPicture>();

const node = z.union([
  z.strictObject({ account }),
  z.strictObject({ operator }),
  z.strictObject({ kind, value }),
]);
export type GraphNodeRef = z.infer<typeof node>;

/** What stands around a node by one kind of evidence. */
export interface GraphAround {
  readonly kind: string;
  readonly family: EvidenceFamily;
  readonly values: number;
  /** Accounts that share any of them, the node's own left out. */
  readonly accounts: readonly string[];
}

/** What a node could be expanded by, kinds of most accounts first; empty where nothing ties it. */
export const graphAround = read('graph.around', z.strictObject({ node })).returns<readonly GraphAround[]>();

export interface GraphPath {
  /** From the one account to the other. */
  readonly links: readonly Link[];
  /** Place of the weakest of them. */
  readonly weakest: number;
}

/**
 * Between two accounts the path whose weakest link is strongest; of those the shortest, then that of most bits. null
 * where no links join them.
 */
export const graphPath = read(
  'graph.path',
  z.strictObject({ from: account, to: account, ...counting }),
).returns<GraphPath | null>();

/** The link of two accounts with all its items; null where there is none. */
export const graphLink = read(
  'graph.link',
  z.strictObject({ a: account, b: account }),
).returns<Link | null>();

export type GraphFound =
  | { readonly found: 'operator'; readonly id: string; readonly accounts: number }
  | { readonly found: 'account'; readonly account: string; readonly operator: string | null }
  | { readonly found: 'value'; readonly kind: string; readonly value: string; readonly accounts: number };

/** Operators, accounts and shared values whose name contains the text, without regard to case. */
export const graphSearch = read(
  'graph.search',
  z.strictObject({ text: z.string().trim().min(1).max(200), limit: z.int().min(1).max(100) }),
).returns<{ readonly total: number; readonly results: readonly GraphFound[] }>();

/** Where a person put a node. */
export interface GraphPlace {
  readonly node: string;
  readonly x: number;
  readonly y: number;
}

export const graphPlaces = read('graph.places', nothing).returns<readonly GraphPlace[]>();

const coordinate = z.number().min(-1e6).max(1e6);

/** Puts nodes in their places and keeps them there, or with null lets them go. One act that undo takes back. */
export const placeNodes = write(
  'graph.place',
  z.strictObject({
    places: z
      .array(
        z.strictObject({
          node: z.string().min(1).max(11_000),
          at: z.strictObject({ x: coordinate, y: coordinate }).nullable(),
        }),
      )
      .min(1)
      .max(5000),
  }),
).returns<null>();
