import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkTimeStamp } from '../../../../electron/engine/bundle/sign/time-stamp.ts';
import { timeStampRequest } from '../../../../electron/engine/bundle/sign/time-stamp-request.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { withTool } from '../with-tool.ts';
import { infoOf, type KeyKind, makeAuthority, rootOf, signedInfo } from './authority.ts';

const folder = temporaryFolder();
const FILE = Buffer.from('3b6a  manifest-sha512.txt\n');
const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();

describe('a request for a time stamp', () => {
  it('is the same for the same file and another for another', () => {
    expect(timeStampRequest(FILE).equals(timeStampRequest(Buffer.from(FILE)))).toBe(true);
    const other = timeStampRequest(Buffer.from('other'));
    expect(other.equals(timeStampRequest(FILE))).toBe(false);
    expect(other).toHaveLength(timeStampRequest(FILE).length);
  });

  withTool('openssl', 'is read by openssl: SHA-512 of the file, a nonce, the certificate asked for', () => {
    writeFileSync(folder.path('f.tsq'), timeStampRequest(FILE));
    const said = openssl('ts', '-query', '-in', folder.path('f.tsq'), '-text');
    expect(said).toContain('Version: 1');
    expect(said).toContain('Hash Algorithm: sha512');
    expect(said).toMatch(/Nonce: 0x[4-7][0-9A-F]{15}/);
    expect(said).toContain('Certificate required: yes');
    // openssl's own request of the file differs in the nonce alone.
    writeFileSync(folder.path('f'), FILE);
    openssl(
      'ts',
      '-query',
      '-data',
      folder.path('f'),
      '-sha512',
      '-cert',
      '-no_nonce',
      '-out',
      folder.path('o.tsq'),
    );
    const ours = timeStampRequest(FILE).toString('hex');
    const theirs = readFileSync(folder.path('o.tsq')).toString('hex');
    expect(ours.replace(/^3063/, '3059').replace(/0208[0-9a-f]{16}(0101ff)$/, '$1')).toBe(theirs);
  });
});

describe('a time stamp', () => {
  let answer: (options?: {
    kind?: KeyKind;
    usage?: string;
    file?: Buffer;
    request?: Buffer;
    days?: string;
  }) => Buffer;
  beforeEach(() => {
    answer = ({ kind = 'rsa', usage, file = FILE, request = timeStampRequest(file) } = {}) =>
      makeAuthority(folder.path(''), kind, usage)(request);
  });

  withTool('openssl', 'of an authority holds, whether its key is RSA or on a curve', () => {
    for (const kind of ['rsa', 'ec'] as const) {
      const before = Math.floor(Date.now() / 1000) * 1e6;
      const stamp = checkTimeStamp(answer({ kind }), FILE);
      expect(stamp).toMatchObject({
        authority: expect.stringContaining('CN=Stamps of Test'),
        issuer: expect.stringContaining('CN=Root of Test'),
      });
      if (typeof stamp === 'string') continue;
      expect(stamp.timeUs).toBeGreaterThanOrEqual(before);
      expect(stamp.timeUs).toBeLessThan(before + 60_000_000);
      expect(stamp.certificateSha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  withTool('openssl', 'of something else, another request, or refused is no stamp', () => {
    expect(checkTimeStamp(answer({ file: Buffer.from('else') }), FILE)).toMatch(/^stamps something else/);
    const request = timeStampRequest(FILE);
    const nonce = request.indexOf(Buffer.from('0208', 'hex'), request.length - 13) + 2;
    const other = Buffer.from(request);
    other[nonce + 5] ^= 1;
    expect(checkTimeStamp(answer({ request: other }), FILE)).toMatch(/its nonce differs/);
    const refused = Buffer.from(request);
    refused.writeUInt8(9, refused.indexOf(Buffer.from('020101', 'hex')) + 2);
    expect(checkTimeStamp(answer({ request: refused }), FILE)).toMatch(/did not grant/);
  });

  withTool(
    'openssl',
    'holds as a bare token, and not by a certificate that is not made for stamps or names itself not',
    () => {
      // Made before the time that it is to sign.
      makeAuthority(folder.path(''), 'rsa', 'clientAuth');
      const info = infoOf(folder.path(''), answer());
      const token = (usage: string, ...how: string[]) => signedInfo(folder.path(''), info, usage, how);
      expect(checkTimeStamp(token('critical,timeStamping', '-cades'), FILE)).toMatchObject({
        authority: expect.stringContaining('CN=Stamps of Test'),
      });
      expect(checkTimeStamp(token('critical,timeStamping'), FILE)).toMatch(/does not hold the certificate/);
      expect(checkTimeStamp(token('critical,timeStamping', '-cades', '-nocerts'), FILE)).toMatch(
        /does not hold the certificate/,
      );
      expect(checkTimeStamp(token('clientAuth', '-cades'), FILE)).toMatch(/not made for time stamps/);
    },
  );

  withTool('openssl', 'changed in any byte is no stamp, but in what says nothing of it', () => {
    const bytes = answer();
    const whole = checkTimeStamp(bytes, FILE);
    const root = rootOf(folder.path(''));
    const rootAt = bytes.indexOf(root);
    let elsewhere = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const copy = Buffer.from(bytes);
      copy[at] ^= 0x11;
      const found = checkTimeStamp(copy, FILE);
      if (typeof found === 'string') continue;
      // Not signed: version numbers, the list of hash algorithms, the root's certificate, the signer's serial number.
      expect(found, `byte ${at}`).toEqual(whole);
      if (at < rootAt || at >= rootAt + root.length) elsewhere += 1;
    }
    expect(rootAt).toBeGreaterThan(0);
    expect(elsewhere).toBeLessThan(80);
  });

  it('is not made of noise', () => {
    for (const noise of [
      '',
      'x',
      '0',
      '\x30\x80',
      '\x30\x03\x02\x01\x00',
      '\x30\x84\xff\xff\xff\xff',
      'a'.repeat(99),
    ]) {
      expect(checkTimeStamp(Buffer.from(noise, 'latin1'), FILE)).toBeTypeOf('string');
    }
  });
});
