export type DomainClass = 'consumer' | 'disposable' | 'educational' | 'corporate';

/** How a provider reads the local part of its addresses. */
export interface MailRules {
  /** The domain under which all of the provider's spellings are compared. */
  readonly domain: string;
  /** Characters of the local part that it ignores. */
  readonly ignored: RegExp | null;
  /** From this character on, the local part only sorts mail of the same mailbox. */
  readonly tag: '+' | null;
}

const PLUS = { ignored: null, tag: '+' } as const;
const PROTON = { domain: 'proton.me', ignored: /[._-]/g, tag: '+' } as const;
const GMAIL = { domain: 'gmail.com', ignored: /\./g, tag: '+' } as const;
const ICLOUD = { domain: 'icloud.com', ...PLUS };
const own = (domain: string): readonly [string, MailRules] => [domain, { domain, ...PLUS }];

const RULES: ReadonlyMap<string, MailRules> = new Map<string, MailRules>([
  ['gmail.com', GMAIL],
  ['googlemail.com', GMAIL],
  ['proton.me', PROTON],
  ['protonmail.com', PROTON],
  ['protonmail.ch', PROTON],
  ['pm.me', PROTON],
  ['icloud.com', ICLOUD],
  ['me.com', ICLOUD],
  ['mac.com', ICLOUD],
  ...['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'fastmail.com', 'fastmail.fm'].map(own),
]);

/** Rules of a domain; others ignore nothing as far as is known. */
export function mailRules(domain: string): MailRules {
  return RULES.get(domain) ?? { domain, ignored: null, tag: null };
}

/** Providers at which anybody gets a mailbox, beside those with rules of their own. */
const CONSUMER = new Set([
  ...[
    '163.com',
    '126.com',
    'yeah.net',
    'qq.com',
    'foxmail.com',
    'sina.com',
    'sina.cn',
    'sohu.com',
    'aliyun.com',
  ],
  ...[
    'yahoo.com',
    'yahoo.co.jp',
    'yahoo.co.uk',
    'yahoo.fr',
    'yahoo.de',
    'ymail.com',
    'rocketmail.com',
    'aol.com',
  ],
  ...['gmx.de', 'gmx.net', 'gmx.com', 'gmx.at', 'gmx.ch', 'web.de', 't-online.de', 'freenet.de', 'posteo.de'],
  ...['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'yandex.ru', 'yandex.com', 'ya.ru', 'rambler.ru'],
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'libero.it', 'virgilio.it', 'tin.it'],
  ...['hotmail.co.uk', 'hotmail.fr', 'hotmail.de', 'live.co.uk', 'btinternet.com', 'sky.com'],
  ...['naver.com', 'daum.net', 'hanmail.net', 'docomo.ne.jp', 'ezweb.ne.jp', 'rediffmail.com'],
  ...['comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'uol.com.br', 'bol.com.br', 'terra.com.br'],
  ...['mail.com', 'email.com', 'zoho.com', 'zohomail.com', 'tutanota.com', 'tuta.io', 'tuta.com', 'hey.com'],
  ...['seznam.cz', 'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl', 'abv.bg', 'ukr.net', 'mailbox.org'],
]);

/** Providers that hand out addresses for minutes to days, without an account. */
const DISPOSABLE = new Set([
  ...[
    'mailinator.com',
    'guerrillamail.com',
    'guerrillamail.net',
    'guerrillamail.org',
    'sharklasers.com',
    'grr.la',
  ],
  ...[
    '10minutemail.com',
    '10minutemail.net',
    'tempmail.com',
    'temp-mail.org',
    'temp-mail.io',
    'tempmail.dev',
  ],
  ...['yopmail.com', 'yopmail.net', 'yopmail.fr', 'trashmail.com', 'trashmail.de', 'throwawaymail.com'],
  ...['getnada.com', 'dispostable.com', 'maildrop.cc', 'mailnesia.com', 'mintemail.com', 'mohmal.com'],
  ...[
    'fakeinbox.com',
    'tempinbox.com',
    'emailondeck.com',
    'discard.email',
    'spamgourmet.com',
    'burnermail.io',
  ],
  ...['moakt.com', 'mailcatch.com', 'tempr.email', 'inboxkitten.com', 'linshiyouxiang.net', '1secmail.com'],
]);

const EDUCATIONAL = /(?:^|\.)(?:edu|(?:edu|ac)\.[a-z]{2})$/;

/**
 * What kind of provider a domain is, by lists in this file and nothing else. `corporate` is any other domain: firms,
 * people with a domain of their own, and providers the lists do not know.
 */
export function domainClass(domain: string): DomainClass {
  const own = suffixes(domain);
  if (own.some((suffix) => DISPOSABLE.has(suffix))) return 'disposable';
  if (RULES.has(domain) || CONSUMER.has(domain)) return 'consumer';
  return EDUCATIONAL.test(domain) ? 'educational' : 'corporate';
}

/** The domain and those above it: disposable providers hand out subdomains too. */
function suffixes(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
}
