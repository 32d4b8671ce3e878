import type { Rng } from '../rng.ts';
import { type Dial, evasionOf } from './dial.ts';
import {
  DISPOSABLE_DOMAINS,
  drawAccount,
  drawBin,
  drawOrganisation,
  drawSignUp,
  drawTerms,
  MAILERS,
  personalMail,
  scriptedMail,
  type Terms,
  VIRTUAL_CARD_BIN,
} from './identity.ts';
import type { AccountRecord, World } from './sample-types.ts';
import { DAY_US, HOUR_US } from './world.ts';

/**
 * Signs up a pool of accounts under false names, with the hygiene of the dial; all are active. Accounts come in
 * batches of a few within hours, cards and shell companies serve several. Each account by itself looks like others:
 * dates, terms, mail and cards are drawn as those of honest accounts are.
 * @param terms restricts what kinds of account are opened.
 */
export function enrol(
  rng: Rng,
  world: World,
  n: number,
  dial: Dial,
  terms: (rng: Rng) => Terms = drawTerms,
): AccountRecord[] {
  const evasion = evasionOf(dial);
  const cards: { fingerprint: string; bin: string }[] = [];
  const shells = Array.from({ length: Math.ceil(n / evasion.accountsPerShell) }, () =>
    drawOrganisation(rng, world),
  );
  const domain = rng.pick([...DISPOSABLE_DOMAINS, ...MAILERS, ...MAILERS]);
  let batchUs = 0;
  let leftInBatch = 0;
  return Array.from({ length: n }, (_, at) => {
    if (leftInBatch-- === 0) {
      // Whoever else comes later, somebody is there when the work begins.
      batchUs = at === 0 ? Math.min(drawSignUp(rng, world), world.startUs - DAY_US) : drawSignUp(rng, world);
      leftInBatch = rng.int(2, 6);
    }
    if (at === 0 || rng.chance(1 / evasion.accountsPerCard)) {
      cards.push({
        fingerprint: `pf_${rng.hex(10)}`,
        bin: rng.chance(0.12) ? VIRTUAL_CARD_BIN : drawBin(rng),
      });
    }
    const own = terms(rng);
    const card = own.plan === 'free' && rng.chance(0.8) ? undefined : cards[cards.length - 1]!;
    const company = rng.chance(own.plan === 'enterprise' ? 1 : own.plan === 'team' ? 0.8 : 0.25);
    const shell = company ? rng.pick(shells) : undefined;
    const scripted = rng.chance(evasion.scriptedMailShare);
    const host = shell?.domain ?? (dial < 2 && scripted ? domain : rng.pick(MAILERS));
    return drawAccount(rng, world, {
      ...own,
      organizationId: shell?.id ?? '',
      createdUs: batchUs + Math.floor(rng.exponential(1.5) * HOUR_US),
      email: scripted ? scriptedMail(rng, host) : personalMail(rng, host),
      paymentFingerprint: card?.fingerprint ?? '',
      cardBin: card?.bin ?? '',
      // A contract for resale is a cover like any other.
      reseller: rng.chance(0.05),
    });
  });
}

/**
 * Makes the last accounts of a list successors of the first: each pair is a ban during the window and a new
 * account, signed up shortly before or after, that takes the work over within the hour. Returns when the i-th may begin.
 */
export function plantSuccessions(
  rng: Rng,
  world: World,
  accounts: readonly AccountRecord[],
  pairs: number,
): (at: number) => number {
  const starts = new Map<number, number>();
  for (let pair = 0; pair < pairs; pair++) {
    const banned = accounts[pair]!;
    const successorAt = accounts.length - 1 - pair;
    banned.createdUs = Math.min(banned.createdUs, world.startUs - Math.floor(rng.between(1, 30) * DAY_US));
    banned.status = 'banned';
    banned.statusChangedUs = world.startUs + Math.floor(rng.between(0.3, 0.75) * world.days * DAY_US);
    const startUs = banned.statusChangedUs + Math.floor(rng.between(0.2, 1) * HOUR_US);
    accounts[successorAt]!.createdUs = startUs - Math.floor(rng.between(0.2, 3) * DAY_US);
    starts.set(successorAt, startUs);
  }
  return (at) => starts.get(at) ?? Number.NEGATIVE_INFINITY;
}
