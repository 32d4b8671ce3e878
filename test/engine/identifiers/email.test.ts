import { expect, test } from 'vitest';
import { emailAddress, emailDomain, emailSkeleton } from '../../../electron/engine/identifiers/email.ts';
import { domainClass } from '../../../electron/engine/identifiers/email-domains.ts';

test.each([
  ['Ada.Bauer+Trial@GoogleMail.com', 'adabauer@gmail.com', 'adabauer@gmail.com'],
  ['amber.birch1234@gmail.com', 'amberbirch1234@gmail.com', 'amberbirch#@gmail.com'],
  ['amberbirch88@gmail.com', 'amberbirch88@gmail.com', 'amberbirch#@gmail.com'],
  ['a_b-c.d+x@protonmail.com', 'abcd@proton.me', 'abcd@proton.me'],
  ['a.b+x@outlook.com', 'a.b@outlook.com', 'a.b@outlook.com'],
  ['a.b+x@corp.example', 'a.b+x@corp.example', 'a.b+x@corp.example'],
  ['x1y22@corp.example', 'x1y22@corp.example', 'x#y#@corp.example'],
  ['Ａｄａ@Ｃｏｒｐ．example', 'ada@corp.example', 'ada@corp.example'],
  ['ada\u200b@corp.example', 'ada@corp.example', 'ada@corp.example'],
  ['x@bücher.example', 'x@xn--bcher-kva.example', 'x@xn--bcher-kva.example'],
  ['Ada <ada@corp.example>', 'ada@corp.example', 'ada@corp.example'],
  ['"a@b"@corp.example', '"a@b"@corp.example', '"a@b"@corp.example'],
  ['+only@gmail.com', undefined, undefined],
  ['ada@localhost', undefined, undefined],
  ['ada bauer@corp.example', undefined, undefined],
  ['@corp.example', undefined, undefined],
  ['ada', undefined, undefined],
  ['', undefined, undefined],
])('%j leads to %j and has the shape %j', (text, mailbox, skeleton) => {
  expect([emailAddress(text), emailSkeleton(text)]).toEqual([mailbox, skeleton]);
});

test('the digits of a domain belong to its name', () => {
  expect(emailSkeleton('a1@b2c.example')).toBe('a#@b2c.example');
  expect(emailDomain('a1@B2C.example')).toBe('b2c.example');
});

test.each([
  ['gmail.com', 'consumer'],
  ['qq.com', 'consumer'],
  ['mailinator.com', 'disposable'],
  ['x.mailinator.com', 'disposable'],
  ['cs.example.edu', 'educational'],
  ['example.ac.uk', 'educational'],
  ['example.edu.au', 'educational'],
  ['education.example', 'corporate'],
  ['notgmail.com', 'corporate'],
  ['gmail.com.example', 'corporate'],
])('%s is %s', (domain, of) => {
  expect(domainClass(domain)).toBe(of);
});
