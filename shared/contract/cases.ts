import { z } from 'zod';
import { isZone } from '../time/zone.ts';
import { fileGrant, job, nothing, read, write } from './define.ts';

/** Traffic Light Protocol 2.0 markings, most open first. */
export const HANDLING = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export type Handling = (typeof HANDLING)[number];

export interface CaseInfo {
  /** UUID of the case, the same in every copy. */
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly handling: Handling;
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

export const createCase = write(
  'cases.create',
  z.strictObject({
    grant: fileGrant,
    name: z.string().trim().min(1).max(200),
    reference: z.string().trim().max(200),
    handling: z.enum(HANDLING),
    timeZone: z.string().max(64).refine(isZone),
    author: z.string().trim().min(1).max(100),
    /** null makes an unencrypted case on purpose. */
    passphrase,
  }),
).returns<CaseInfo>();

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

/** Makes a case at the granted place and fills it with the synthetic benchmark, size S. */
export const sampleCase = job(
  'cases.sample',
  z.strictObject({ grant: fileGrant, author: z.string().trim().min(1).max(100), passphrase }),
).returns<CaseInfo>();
