import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type KeyKind = 'rsa' | 'ec';

/** A time-stamping authority made by openssl in a folder: answers requests. */
export function makeAuthority(
  parent: string,
  kind: KeyKind = 'rsa',
  usage = 'critical,timeStamping',
): (request: Buffer) => Buffer {
  const folder = join(parent, `authority-${kind}-${usage.length}`);
  const run = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  if (!existsSync(folder)) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'serial'), '01\n');
    writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
    writeFileSync(join(folder, 'ext.cnf'), `extendedKeyUsage = ${usage}\n`);
    const newKey = kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    run(
      'req',
      '-x509',
      '-newkey',
      ...newKey,
      '-nodes',
      '-keyout',
      'root.key',
      '-out',
      'root.pem',
      '-subj',
      '/CN=Root of Test',
      '-days',
      '30',
    );
    run(
      'req',
      '-new',
      '-newkey',
      ...newKey,
      '-nodes',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.csr',
      '-subj',
      '/O=Test/CN=Stamps of Test',
    );
    run(
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-CAcreateserial',
      '-out',
      'tsa.pem',
      '-days',
      '30',
      '-extfile',
      'ext.cnf',
    );
  }
  return (request) => {
    writeFileSync(join(folder, 'q.tsq'), request);
    run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'q.tsq', '-out', 'r.tsr');
    return readFileSync(join(folder, 'r.tsr'));
  };
}

/** What an answer of the authority says, as its signer signs it. */
export function infoOf(folder: string, answer: Buffer): Buffer {
  writeFileSync(join(folder, 'r.tsr'), answer);
  const run = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  run('ts', '-reply', '-in', 'r.tsr', '-token_out', '-out', 'token.der');
  run('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-out', 'info.der');
  return readFileSync(join(folder, 'info.der'));
}

/** A token of what is given, signed by a certificate for some use: what no authority would hand out. */
export function signedInfo(parent: string, info: Buffer, usage: string, how: readonly string[]): Buffer {
  // Makes the certificate.
  makeAuthority(parent, 'rsa', usage);
  const folder = join(parent, `authority-rsa-${usage.length}`);
  writeFileSync(join(folder, 'info.der'), info);
  const args = ['-sign', '-binary', '-nodetach', '-in', 'info.der', '-outform', 'DER', '-out', 'token.der'];
  const by = [
    '-econtent_type',
    '1.2.840.113549.1.9.16.1.4',
    '-md',
    'sha256',
    '-signer',
    'tsa.pem',
    '-inkey',
    'tsa.key',
  ];
  execFileSync('openssl', ['cms', ...args, ...by, ...how], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return readFileSync(join(folder, 'token.der'));
}

/** DER of the certificate above that of the RSA authority made in a folder. */
export function rootOf(parent: string): Buffer {
  const folder = join(parent, 'authority-rsa-21');
  return execFileSync('openssl', ['x509', '-in', 'root.pem', '-outform', 'DER'], { cwd: folder });
}

const CONFIG = `[tsa]
default_tsa = tsa1
[tsa1]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;
