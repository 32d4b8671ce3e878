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
  z.strictObject({ grant: fileGrant, author: z.string().trim().min(1).max(100), passphrase }),
).returns<CaseInfo>();

/** Whether the file asks for a passphrase, before one is asked for. */
export const probeCase = read('cases.probe', z.strictObject({ grant: fileGrant })).returns<{
  readonly encrypted: boolean;
  readonly sizeBytes: number;
}>();

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
