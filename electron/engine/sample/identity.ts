import type { Rng } from '../rng.ts';
import type { AccountRecord, ClientSoftware, World } from './sample-types.ts';
import { DAY_US } from './world.ts';

const FIRST = [
  'ada',
  'amir',
  'bea',
  'carlos',
  'chen',
  'dana',
  'diego',
  'elif',
  'emma',
  'farah',
  'goran',
  'hana',
  'ines',
  'ivan',
  'jonas',
  'kaya',
  'lena',
  'liam',
  'maya',
  'mehdi',
  'mina',
  'nadia',
  'noah',
  'olga',
  'omar',
  'paula',
  'priya',
  'rafael',
  'rosa',
  'sami',
  'sara',
  'tariq',
  'tom',
  'uma',
  'vera',
  'wei',
  'yara',
  'yuki',
  'zoe',
  'zoltan',
];
const LAST = [
  'abe',
  'adler',
  'bauer',
  'bello',
  'costa',
  'cruz',
  'diaz',
  'eriksen',
  'farkas',
  'garcia',
  'haddad',
  'ito',
  'jansen',
  'kaur',
  'khan',
  'kim',
  'kovac',
  'lang',
  'lopez',
  'marsh',
  'mensah',
  'moreau',
  'nagy',
  'novak',
  'okoro',
  'patel',
  'popov',
  'reyes',
  'rossi',
  'sato',
  'silva',
  'singh',
  'stone',
  'tanaka',
  'torres',
  'vogel',
  'walker',
  'weber',
  'yilmaz',
  'zhou',
];
const WORDS = [
  'amber',
  'birch',
  'cedar',
  'coral',
  'delta',
  'ember',
  'fable',
  'garnet',
  'harbor',
  'indigo',
  'juniper',
  'kestrel',
  'lumen',
  'maple',
  'nimbus',
  'onyx',
  'pebble',
  'quartz',
  'raven',
  'sable',
  'tundra',
  'umber',
  'velvet',
  'willow',
  'yonder',
  'zephyr',
  'alder',
  'basalt',
  'cobalt',
  'dune',
];
const TRADES = [
  'analytics',
  'software',
  'logistics',
  'robotics',
  'learning',
  'health',
  'media',
  'research',
  'energy',
  'retail',
  'games',
  'travel',
  'studio',
  'systems',
];
export const MAILERS = [
  'post.example',
  'inbox.example',
  'mailer.example',
  'example.com',
  'example.net',
  'letter.example',
];

/** E-mail domains that hand out addresses for an hour; careful ordinary people use them too. */
export const DISPOSABLE_DOMAINS = ['quickdrop.example', 'tenminute.example', 'tempbox.example'];
const USES = [
  '',
  '',
  'personal assistant',
  'writing',
  'coding help',
  'coding help',
  'research',
  'internal tools',
  'internal tools',
  'customer support',
  'education',
  'model evaluation',
];

export function drawUse(rng: Rng): string {
  return rng.pick(USES);
}

const client = (userAgent: string, key: string): ClientSoftware => ({ userAgent, headerFingerprint: key });

/** Software in common use; a fingerprint belongs to the software, not to who runs it. */
export const SOFTWARE = {
  python: [
    client('meridian-python/1.42.0 Python/3.12', 'hf_4b1d0c7e91'),
    client('meridian-python/1.44.1 Python/3.11', 'hf_4b1d0c7ea4'),
    client('meridian-python/1.39.2 Python/3.10', 'hf_4b1d0c7d02'),
  ],
  node: [
    client('meridian-node/2.8.0 node/22.14.0', 'hf_a90e5512b3'),
    client('meridian-node/2.7.1 node/20.19.2', 'hf_a90e5512a0'),
  ],
  web: [
    client('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0', 'hf_0c77d2f108'),
    client('Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) Safari/18.2', 'hf_0c77d2f1c5'),
    client('Mozilla/5.0 (X11; Linux x86_64) Firefox/143.0', 'hf_0c77d2f13e'),
  ],
  mobile: [
    client('MeridianApp/5.2 (iOS 18.3)', 'hf_e2185b66f0'),
    client('MeridianApp/5.2 (Android 15)', 'hf_e2185b66d7'),
  ],
  agent: [
    client('meridian-code/1.9.4 (cli)', 'hf_7f30aa94c1'),
    client('meridian-code/1.10.0 (cli)', 'hf_7f30aa94d8'),
  ],
  framework: [client('chainwork/0.3.11 requests/2.32', 'hf_5d9004b8ee')],
  relay: [client('relaybox/2.1 (default)', 'hf_c8123f0a77')],
  http: [client('curl/8.9.1', 'hf_1122ab90de'), client('go-http-client/2.0', 'hf_90fd11c23b')],
} as const;

/** What somebody uses to call: software, and a device id where the software has one. */
export interface Kit {
  readonly client: ClientSoftware;
  readonly deviceId: string;
  /** Whether it is a program rather than an app that a person types into. */
  readonly program: boolean;
}

/** An app or a browser, with its device. */
export function drawApp(rng: Rng): Kit {
  const client = rng.pick([...SOFTWARE.web, ...SOFTWARE.mobile]);
  return { client, deviceId: newDevice(rng), program: false };
}

/** A program's software; one in twelve is built by its owner and has headers of its own. */
export function drawProgram(rng: Rng): Kit {
  const client = rng.pick([
    ...SOFTWARE.python,
    ...SOFTWARE.python,
    ...SOFTWARE.node,
    ...SOFTWARE.node,
    ...SOFTWARE.http,
    ...SOFTWARE.agent,
    ...SOFTWARE.framework,
  ]);
  const own = rng.chance(1 / 12) ? { ...client, headerFingerprint: `hf_${rng.hex(10)}` } : client;
  return { client: own, deviceId: rng.chance(0.15) ? newDevice(rng) : '', program: true };
}

/** Software drawn alike for honest customers and campaigns. */
export function drawKit(rng: Rng): Kit {
  return rng.chance(0.42) ? drawApp(rng) : drawProgram(rng);
}

/** The terms an account is opened on. */
export interface Terms {
  readonly plan: string;
  readonly signupRoute: string;
  readonly kycLevel: string;
}

/** Terms with the shares that all accounts of a data set have together, so that no plan tells a campaign. */
export function drawTerms(rng: Rng): Terms {
  const share = rng.float();
  if (share < 0.24) {
    const signupRoute = rng.pick(['sales', 'invite', 'invite', 'marketplace']);
    return { plan: 'enterprise', signupRoute, kycLevel: 'business' };
  }
  if (share < 0.39) {
    return { plan: 'free', signupRoute: rng.pick(['education', 'education', 'web']), kycLevel: 'email' };
  }
  const plan = rng.pick(['pro', 'pro', 'pro', 'payg', 'payg', 'payg', 'payg', 'team', 'team']);
  const signupRoute = rng.pick([
    'web',
    'web',
    'web',
    'mobile',
    'referral',
    'invite',
    'education',
    'startup_program',
  ]);
  return { plan, signupRoute, kycLevel: rng.pick(['email', 'email', 'phone', 'phone', 'card', 'business']) };
}

/**
 * The device id a popular relay sends where the user sets none: the same in all its installations. A trap:
 * it belongs to software, not to an operator.
 */
export const RELAY_DEFAULT_DEVICE = 'dv_91c3e0d25f7a';

/** An id that nothing in this data set has yet. */
export function mintId(rng: Rng, world: World, prefix: string, digits = 10): string {
  for (;;) {
    const id = `${prefix}_${rng.hex(digits)}`;
    if (world.takenIds.has(id)) continue;
    world.takenIds.add(id);
    return id;
  }
}

export interface Organisation {
  readonly id: string;
  readonly domain: string;
}

export function drawOrganisation(rng: Rng, world: World): Organisation {
  return {
    id: mintId(rng, world, 'org', 8),
    domain: `${rng.pick(WORDS)}-${rng.pick(TRADES)}${rng.chance(0.5) ? '' : rng.int(2, 99)}.example`,
  };
}

/** first.last@domain, with a number in a third of cases. */
export function personalMail(rng: Rng, domain: string): string {
  const number = rng.chance(0.35) ? String(rng.int(1, 99)) : '';
  return `${rng.pick(FIRST)}${rng.pick(['.', '.', '', '_'])}${rng.pick(LAST)}${number}@${domain}`;
}

/** The shape registration scripts produce, and some people too: two words and four digits. */
export function scriptedMail(rng: Rng, domain: string): string {
  return `${rng.pick(WORDS)}${rng.pick(WORDS)}${rng.int(1000, 9999)}@${domain}`;
}

/** An individual's account as most are; `own` overrides what is special. */
export function drawAccount(rng: Rng, world: World, own: Partial<AccountRecord> = {}): AccountRecord {
  const mail = rng.chance(0.2)
    ? scriptedMail(rng, rng.chance(0.3) ? rng.pick(DISPOSABLE_DOMAINS) : rng.pick(MAILERS))
    : personalMail(rng, rng.pick(MAILERS));
  const plan = rng.pick(['free', 'pro', 'pro', 'pro', 'payg', 'payg', 'team']);
  const paid = rng.chance(plan === 'free' ? 0.2 : 0.95);
  return {
    accountId: mintId(rng, world, 'ac'),
    organizationId: '',
    createdUs: drawSignUp(rng, world),
    plan,
    signupRoute: rng.pick(['web', 'web', 'web', 'mobile', 'referral', 'education', 'startup_program']),
    email: mail,
    phoneHash: rng.chance(0.7) ? `ph_${rng.hex(10)}` : '',
    paymentFingerprint: paid ? `pf_${rng.hex(10)}` : '',
    cardBin: paid ? drawBin(rng) : '',
    kycLevel: rng.pick(['email', 'email', 'phone', 'phone', 'card']),
    declaredUse: drawUse(rng),
    trainingAllowed: false,
    reseller: false,
    status: 'active',
    statusChangedUs: null,
    ...own,
  };
}

/** Mostly weeks or months before the window, one in four within its first two thirds; microseconds UTC. */
export function drawSignUp(rng: Rng, world: World): number {
  if (rng.chance(0.25)) return world.startUs + Math.floor(rng.between(0, world.days * 0.66) * DAY_US);
  return world.startUs - Math.floor((1 + rng.exponential(60)) * DAY_US);
}

/** First digits of a card: a few large issuers; 906600 is an issuer of virtual cards with many honest users. */
export function drawBin(rng: Rng): string {
  return rng.pick([
    '900112',
    '900112',
    '900145',
    '901730',
    '902288',
    '903450',
    '905501',
    VIRTUAL_CARD_BIN,
    VIRTUAL_CARD_BIN,
  ]);
}
export const VIRTUAL_CARD_BIN = '906600';

export function newDevice(rng: Rng): string {
  return `dv_${rng.hex(12)}`;
}
