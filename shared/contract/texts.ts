import { z } from 'zod';
import { job, nothing, read, write } from './define.ts';

/** A prompt text without its words. */
export interface MaskedText {
  /** Inside this case only; null for a text of a case made before texts were kept apart, which no search finds. */
  readonly id: number | null;
  /** Unicode code points. */
  readonly characters: number;
  /** The first half of the SHA-256 of its UTF-8, 32 hex digits. */
  readonly hash: string;
}

export interface TextHit extends MaskedText {
  readonly id: number;
  /** Requests that have it, at least 1. */
  readonly requests: number;
  /** Accounts that sent it. */
  readonly accounts: number;
  /** First and last of its requests that have a time; null when none has. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
}

export interface TextSearch {
  /** By number of requests, most first. */
  readonly hits: readonly TextHit[];
  /** Texts that match; with `more`, only so many were looked at. */
  readonly total: number;
  readonly more: boolean;
  /** The query holds at least one word or number to look for. */
  readonly searched: boolean;
}

export interface TextsState {
  /** Distinct texts of the case. */
  readonly texts: number;
  /** Of these, the texts a search can find by now. */
  readonly searchable: number;
  /** Files imported before texts were kept apart: a search does not see theirs. */
  readonly olderSources: number;
}

/** One request with a given text. */
export interface TextRequest {
  /** Canonical reference; see shared/reference.ts. */
  readonly reference: string;
  readonly account: string;
  readonly timeUs: number | null;
}

const id = z.int().min(1);
const reference = z.string().max(200);

/** How many texts there are, and how many a search finds. */
export const textsState = read('texts.state', nothing).returns<TextsState>();

/**
 * Makes the texts searchable that are not yet. Cancelling keeps what is done. A case that cannot be changed
 * stays as it is.
 */
export const prepareTexts = job('texts.prepare', nothing).returns<TextsState>();

/**
 * Texts with every word of the query; "words in quotes" stand side by side, `word*` begins so. No query is
 * refused. No text is among the results.
 */
export const searchTexts = read(
  'texts.search',
  z.strictObject({ query: z.string().max(500), limit: z.int().min(1).max(200), offset: z.int().min(0) }),
).returns<TextSearch>();

/** The prompt of one request, masked; null when it has none. NOT_FOUND for no request of the case. */
export const textOfRequest = read(
  'texts.ofRequest',
  z.strictObject({ request: reference }),
).returns<MaskedText | null>();

/** The earliest `limit` requests with a text, those without a time last. NOT_FOUND for no text of the case. */
export const requestsOfText = read(
  'texts.requests',
  z.strictObject({ id, limit: z.int().min(1).max(1000) }),
).returns<{ readonly requests: readonly TextRequest[]; readonly total: number }>();

/**
 * A prompt text in full. The custody log records who saw it: its hash and the request it was opened at, never
 * the text. A case whose log cannot be written shows none. NOT_FOUND, CASE_LOCKED, DISK_FULL
 */
export const revealText = write(
  'texts.reveal',
  z.union([z.strictObject({ id }), z.strictObject({ request: reference })]),
).returns<{ readonly text: string; readonly sha256: string; readonly characters: number }>();
