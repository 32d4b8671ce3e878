import { domainToASCII } from 'node:url';
import { comparisonForm } from './comparison-form.ts';
import { mailRules } from './email-domains.ts';

interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/**
 * The mailbox an address leads to: lower case, international domains in their ASCII form, and where the provider
 * is known to ignore dots or what follows a plus, without them. undefined when the text is no address.
 */
export function emailAddress(text: string): string | undefined {
  const mailbox = mailboxOf(text);
  return mailbox && `${mailbox.local}@${mailbox.domain}`;
}

/** The shape of an address, in which registration scripts repeat themselves: each run of digits is one `#`. */
export function emailSkeleton(text: string): string | undefined {
  const mailbox = mailboxOf(text);
  return mailbox && `${mailbox.local.replace(/\p{Nd}+/gu, '#')}@${mailbox.domain}`;
}

export function emailDomain(text: string): string | undefined {
  return mailboxOf(text)?.domain;
}

function mailboxOf(text: string): Mailbox | undefined {
  const form = comparisonForm(text).replace(/^mailto:/, '');
  const bracketed = /<([^<>]+)>$/.exec(form);
  const address = bracketed ? bracketed[1] : form;
  const at = address.lastIndexOf('@');
  if (at < 1 || /[\s<>]/.test(address)) return undefined;
  const written = domainToASCII(address.slice(at + 1).replace(/\.$/, ''));
  if (!/^[a-z0-9.-]+\.[a-z0-9-]+$/.test(written) || written.includes('..')) return undefined;
  const { domain, ignored, tag } = mailRules(written);
  const whole = address.slice(0, at);
  const tagAt = tag === null ? -1 : whole.indexOf(tag);
  const untagged = tagAt < 0 ? whole : whole.slice(0, tagAt);
  const local = ignored === null ? untagged : untagged.replace(ignored, '');
  return local === '' ? undefined : { local, domain };
}
