import { z } from 'zod';
import { isZone } from '../time/zone.ts';
import { fileGrant, job, nothing, read, write } from './define.ts';

/** Traffic Light Protocol 2.0 markings, most open first. */
export const HANDLING = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export type Handling = (typeof HANDLING)[number];

/** Permissible Actions Protocol markings, most open first; '' where none is set. */
export const PAP = ['', 'PAP:CLEAR', 'PAP:GREEN', 'PAP:AMBER', 'PAP:RED'] as const;
export type Pap = (typeof PAP)[number];

export interface CaseInfo {
  /** UUID of the case, the same in every copy. */
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly handling: Handling;
  readonly pap: Pap;
  /** How long the data may be kept, and why: a note in words. */
  readonly retention: string;
  /** What is examined, and on whose authority. */
  readonly question: string;
  /** IANA name of the zone the case is read in. */
  readonly timeZone: string;
  readonly createdUs: number;
  readonly encrypted: boolean;
  readonly schemaVersion: number;
  readonly counts: {
    /** Under examination; those of the benign reference are apart. */
    readonly accounts: number;
    readonly referenceAccounts: number;
    readonly requests: number;
    /** Requests without a valid time: counted, listed, never drawn on a time axis. */
    readonly requestsWithoutTime: number;
    readonly sources: number;
    readonly annotations: number;
    readonly custodyEntries: number;
  };
  /** SHA-256 over the published sources and how each was read: names the data that a figure was made from. */
  readonly dataHash: string;
  /** First and last valid request time; null when there is none. */
  readonly firstUs: number | null;
  readonly lastUs: number | null;
  /** Why nothing can be changed in this session (a broken custody chain, a read-only file); else null. */
  readonly readOnly: string | null;
  /** What was lost where the case was recovered from a damaged file, the last time; null for a case that never was. */
  readonly recovered: Recovered | null;
}

/** Rows of one kind that a recovery could not save. */
export interface Loss {
  /** Name of the table in the case file. */
  readonly table: string;
  /** What its rows are to people: 'names of accounts'. */
  readonly what: string;
  readonly kept: number;
  /** null where nothing tells how many there were. */
  readonly lost: number | null;
}

/** What a recovery saved and lost, as it stands in the custody log of the case that it made. */
export interface Recovered {
  /** Name of the damaged file. */
  readonly file: string;
  readonly atUs: number;
  readonly pages: number;
  /** Numbers of the pages that were not whole, at most the first thousand of them. */
  readonly damagedPages: readonly number[];
  /** Requests of all sources that are gone. */
  readonly requestsLost: number;
  readonly losses: readonly Loss[];
  /** Where entries of custody logs are missing. */
  readonly custodyGaps: readonly CustodyGap[];
  /** What else has to be known, a sentence each. */
  readonly notes: readonly string[];
}

/** Entries of a custody log that are missing between two others. */
export interface CustodyGap {
  /** The last entry before it; 0 where the log has lost its beginning. */
  readonly after: number;
  /** The first entry behind it, and the hash that it names as that of the entry before; null at the end of the log. */
  readonly before: number | null;
  readonly prev: string | null;
}

const passphrase = z.string().max(1024).nullable();

/** What the case is called and how it is handled. */
const described = {
  name: z.string().trim().min(1).max(200),
  reference: z.string().trim().max(200),
  handling: z.enum(HANDLING),
  timeZone: z.string().max(64).refine(isZone),
};

export const createCase = write(
  'cases.create',
  z.strictObject({
    grant: fileGrant,
    ...described,
    author: z.string().trim().min(1).max(100),
    /** null makes an unencrypted case on purpose. */
    passphrase,
  }),
).returns<CaseInfo>();

/** What can be changed of a case, each only where it is given. */
export const caseSettings = z
  .strictObject({
    ...described,
    pap: z.enum(PAP),
    retention: z.string().trim().max(2000),
    question: z.string().trim().max(10_000),
  })
  .partial();
export type CaseSettings = z.infer<typeof caseSettings>;

/** Changes what is given and differs, as one act that can be undone. Returns the case as it is then. */
export const changeCase = write('cases.change', caseSettings).returns<CaseInfo>();

/**
 * Opens a case; or an evidence bundle (`*.zip`) as one in which nothing can be changed: it is verified, and its tables
 * are loaded into a temporary case that goes when it is closed. A WRONG_PASSPHRASE is kept beside the case, and stands in
 * its custody log from the next opening on. BAD_BUNDLE, with the first problems, for a bundle that does not verify.
 */
export const openCase = write(
  'cases.open',
  z.strictObject({
    grant: fileGrant,
    author: z.string().trim().min(1).max(100),
    passphrase,
    /** In place of the passphrase: a secret of the keychain, given to the engine under this id (see `probeCase`). */
    secret: z.uuid().optional(),
  }),
).returns<CaseInfo>();

/** Whether the file asks for a passphrase, before one is asked for. */
export const probeCase = read('cases.probe', z.strictObject({ grant: fileGrant })).returns<{
  readonly encrypted: boolean;
  readonly sizeBytes: number;
  /** Id of the case whose key is kept on this computer and fits the file; null where none does. */
  readonly keptCase: string | null;
}>();

/**
 * Keeps the key of the open case on this computer, sealed with a secret that the main process made for it in the system's
 * keychain. BAD_ARGS for a case without encryption, NOT_FOUND for a secret used before. Stands in the custody log.
 */
export const keepCaseKey = write('cases.keepKey', z.strictObject({ secret: z.uuid() })).returns<null>();
/** Removes the kept key of the open case. A change of the passphrase does so too. */
export const forgetCaseKey = write('cases.forgetKey', nothing).returns<null>();
export const caseKeyKept = read('cases.keyKept', nothing).returns<boolean>();

export const caseInfo = read('cases.info', nothing).returns<CaseInfo>();
export const closeCase = write('cases.close', nothing).returns<null>();

/** Why a case was locked: by a person, for want of input, as the computer went to sleep, or with its screen. */
export const LOCK_REASONS = ['asked', 'idle', 'suspend', 'screen'] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

/** Closes the open case until it is unlocked, which is opening it again. Stands in the custody log. */
export const lockCase = write('cases.lock', z.strictObject({ why: z.enum(LOCK_REASONS) })).returns<null>();

/** Makes a case at the granted place and fills it with the synthetic benchmark, size S. */
export const sampleCase = job(
  'cases.sample',
  z.strictObject({ grant: fileGrant, author: z.string().trim().min(1).max(100), passphrase }),
).returns<CaseInfo>();

/** Sizes of the case file in bytes before and after it was written anew. */
export interface Rewritten {
  readonly bytesBefore: number;
  readonly bytesAfter: number;
}

/**
 * Gives the open case another passphrase, or takes encryption away or adds it (null). The case is written anew beside
 * its file, checked, and put in its place; on any failure it is as it was. It is closed meanwhile and open again after.
 * BAD_ARGS for an empty passphrase or none in place of none; WRONG_PASSPHRASE where `current` is not the present one;
 * BUSY while an import or analysis runs; CASE_LOCKED while another program has the case open; DISK_FULL; CANCELLED.
 */
export const changePassphrase = job(
  'cases.changePassphrase',
  z.strictObject({ current: passphrase, next: passphrase }),
).returns<CaseInfo>();

/**
 * Writes the open case anew without the room that removed data left in its file. Otherwise as changePassphrase.
 */
export const compactCase = job('cases.compact', nothing).returns<Rewritten>();

/**
 * A copy of the open case as it is now, with the same passphrase, at the granted place; a file there is replaced. The
 * copy is opened and its custody log walked before it takes its name. Restoring it is opening it. The case stays usable
 * all the while. BAD_ARGS for the place of the case itself; FILE_UNWRITABLE, DISK_FULL, CANCELLED.
 */
export const backUpCase = job('cases.backUp', z.strictObject({ grant: fileGrant })).returns<BackUp>();

export interface BackUp {
  readonly bytes: number;
  /** Of the copy, as it stands in the custody log of the original. */
  readonly sha256: string;
  /** How many entries the custody log of the copy holds. */
  readonly custodyEntries: number;
  /** What is wrong with that log, as in the original; null for nothing. */
  readonly fault: string | null;
}

/** A page of a case file that is not whole, and what lay there, in words. */
export interface DamagedPage {
  readonly page: number;
  readonly holds: string;
}

export interface PageCheck {
  readonly pages: number;
  readonly damagedCount: number;
  /** The first thousand of them. */
  readonly damaged: readonly DamagedPage[];
}

/**
 * Looks at every page of a case file that is not open: of an encrypted case whether its tag is right, of any whether it
 * is what leads to it says. The file is read alone. WRONG_PASSPHRASE, NOT_A_CASE, FILE_UNREADABLE, CANCELLED.
 */
export const checkPages = job(
  'cases.checkPages',
  z.strictObject({ grant: fileGrant, passphrase }),
).returns<PageCheck>();

/**
 * Saves what is intact of a damaged case into a new one at `to`, which opens with the same passphrase; the damaged file
 * is read alone. Whole rows are kept as they are, and what was lost is listed in the custody log. CASE_EXISTS where there
 * is a file at `to`; WRONG_PASSPHRASE, NOT_A_CASE, CASE_FROM_FUTURE, CASE_DAMAGED where nothing is left, BUSY where the
 * file changed meanwhile, DISK_FULL, FILE_UNWRITABLE, CANCELLED: nothing is left of the new case then.
 */
export const recoverCase = job(
  'cases.recover',
  z.strictObject({
    grant: fileGrant,
    to: fileGrant,
    author: z.string().trim().min(1).max(100),
    passphrase,
  }),
).returns<Recovered>();
