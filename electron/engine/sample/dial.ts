/** How hard the campaigns try not to be seen: 0 not at all, 3 as well as is known. */
export type Dial = 0 | 1 | 2 | 3;

/** From and to, both included. */
type Range = readonly [number, number];

export interface Evasion {
  /** Share of harvest prompts whose fixed text is reworded. */
  readonly paraphraseRate: number;
  /** Share of a campaign's requests that are ordinary work of unrelated people. */
  readonly decoyShare: number;
  /** Accounts paid with one card, on average; 1 is a card of its own for each. */
  readonly accountsPerCard: number;
  /** Accounts declared under one shell company, on average. */
  readonly accountsPerShell: number;
  /** Share of e-mail names as registration scripts make them; the others look like a person's. */
  readonly scriptedMailShare: number;
  /** Share of accounts that carry the operator's own headers, and likewise its system prompt and parameters. */
  readonly sharedProfileShare: number;
  /** Share of accounts that use the operator's own servers beside the proxies. */
  readonly ownServerShare: number;
  /** 0 keeps the job runs' hours as they come, 1 bends them wholly to office hours. */
  readonly humanHours: number;
  /** Hours of the day in which an account is used; each account has a shift of its own. */
  readonly shiftHours: Range;
  /** Share of days on which an account is used (account cycling); each has a share of its own. */
  readonly dutyShare: Range;
  /** Requests of one session, as a conversation would have them, where the harvest itself has single requests. */
  readonly turnsPerSession: number;
  /** Share of requests given to a random account instead of the least recently used. */
  readonly dispatchNoise: number;
  /** Share of items asked a second time, through another account. */
  readonly repeatRate: number;
}

const EVASION: readonly Evasion[] = [
  {
    paraphraseRate: 0,
    decoyShare: 0,
    accountsPerCard: 5,
    accountsPerShell: 6,
    scriptedMailShare: 0.6,
    sharedProfileShare: 1,
    ownServerShare: 0.6,
    humanHours: 0,
    shiftHours: [24, 24],
    dutyShare: [1, 1],
    turnsPerSession: 1,
    dispatchNoise: 0,
    repeatRate: 0,
  },
  {
    paraphraseRate: 0.1,
    decoyShare: 0.3,
    accountsPerCard: 3,
    accountsPerShell: 4,
    scriptedMailShare: 0.3,
    sharedProfileShare: 0.4,
    ownServerShare: 0.3,
    humanHours: 0.6,
    shiftHours: [8, 22],
    dutyShare: [0.3, 0.95],
    turnsPerSession: 5,
    dispatchNoise: 0.15,
    repeatRate: 0.01,
  },
  {
    paraphraseRate: 0.35,
    decoyShare: 0.6,
    accountsPerCard: 1.5,
    accountsPerShell: 2,
    scriptedMailShare: 0.2,
    sharedProfileShare: 0.15,
    ownServerShare: 0.1,
    humanHours: 0.8,
    shiftHours: [7, 16],
    dutyShare: [0.25, 0.85],
    turnsPerSession: 6,
    dispatchNoise: 0.5,
    repeatRate: 0.03,
  },
  {
    paraphraseRate: 0.7,
    decoyShare: 0.9,
    accountsPerCard: 1,
    accountsPerShell: 1,
    scriptedMailShare: 0.15,
    sharedProfileShare: 0,
    ownServerShare: 0,
    humanHours: 1,
    shiftHours: [7, 12],
    dutyShare: [0.2, 0.7],
    turnsPerSession: 8,
    dispatchNoise: 1,
    repeatRate: 0.05,
  },
];

export function evasionOf(dial: Dial): Evasion {
  return EVASION[dial]!;
}
