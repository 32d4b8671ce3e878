import type { Rng } from '../rng.ts';
import { drawOffset } from './arrival.ts';
import {
  drawAccount,
  drawBin,
  drawOrganisation,
  drawProgram,
  type Kit,
  personalMail,
  scriptedMail,
} from './identity.ts';
import type { AccountRecord, Net, World } from './sample-types.ts';
import { DAY_US, HOUR_US } from './world.ts';

export interface CompanyOptions {
  readonly plans: readonly string[];
  readonly routes: readonly string[];
  readonly uses: readonly string[];
  /** Days before the window at which its accounts were opened: nearest and farthest. */
  readonly openedDays: readonly [number, number];
  readonly contract?: { readonly trainingAllowed?: boolean; readonly reseller?: boolean };
}

/** One legitimate customer with several accounts: one name, one or two cards, one network. */
export interface Company {
  readonly records: AccountRecord[];
  readonly egress: readonly Net[];
  readonly offsetHours: number;
  /** Software of one of its programs; some companies wrap it in headers of their own. */
  readonly kit: (rng: Rng) => Kit;
}

export function foundCompany(rng: Rng, world: World, n: number, options: CompanyOptions): Company {
  const organisation = drawOrganisation(rng, world);
  const [near, far] = options.openedDays;
  // Accounts come in batches when a team joins, and singly in between.
  const batches = Array.from(
    { length: 3 },
    () => world.startUs - Math.floor(rng.between(near, far) * DAY_US),
  );
  const cards = Array.from({ length: n > 3 ? 2 : 1 }, () => ({
    fingerprint: `pf_${rng.hex(10)}`,
    bin: drawBin(rng),
  }));
  const scripted = rng.chance(0.2);
  const records = Array.from({ length: n }, () => {
    const card = rng.chance(0.85) ? cards[0]! : cards[cards.length - 1]!;
    const plan = rng.pick(options.plans);
    return drawAccount(rng, world, {
      organizationId: organisation.id,
      createdUs: rng.pick(batches) + Math.floor(rng.between(0, 7) * HOUR_US),
      plan,
      signupRoute: rng.pick(options.routes),
      // Machine accounts are often named by a scheme.
      email:
        scripted && rng.chance(0.7)
          ? scriptedMail(rng, organisation.domain)
          : personalMail(rng, organisation.domain),
      paymentFingerprint: card.fingerprint,
      cardBin: card.bin,
      kycLevel: plan === 'enterprise' || rng.chance(0.5) ? 'business' : 'card',
      declaredUse: rng.pick(options.uses),
      trainingAllowed: options.contract?.trainingAllowed ?? false,
      reseller: options.contract?.reseller ?? false,
    });
  });
  const headers = rng.chance(0.4) ? `hf_${rng.hex(10)}` : '';
  const common = drawProgram(rng);
  return {
    records,
    egress: rng.chance(0.7)
      ? world.networks.block(rng, Math.max(2, Math.round(n / 40)))
      : [world.networks.cloud(rng), world.networks.cloud(rng)],
    offsetHours: drawOffset(rng),
    kit: (own) => {
      const kit = own.chance(0.7) ? common : drawProgram(own);
      return headers ? { ...kit, client: { ...kit.client, headerFingerprint: headers } } : kit;
    },
  };
}
