import { expect, test } from 'vitest';
import { ANSWER_HEADERS, CONTENT_SECURITY_POLICY } from '../../electron/headers.ts';

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name, ...sources] = directive.split(' ');
    return [name, sources.join(' ')];
  }),
);

test('every directive is spelt as browsers read it', () => {
  // A colon after the name makes browsers ignore the directive.
  for (const name of directives.keys()) expect(name).toMatch(/^[a-z-]+$/);
  expect(directives.size).toBe(14);
});

test('nothing inline, evaluated or from elsewhere is allowed', () => {
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  expect(directives.get('style-src')).toBe("'self'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|wss?:/);
});

test.each(['base-uri', 'form-action', 'frame-src', 'object-src', 'frame-ancestors'])('%s is closed', (name) =>
  expect(directives.get(name)).toBe("'none'"),
);

test('the policy travels with every answer', () => {
  expect(ANSWER_HEADERS['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
  expect(ANSWER_HEADERS['X-Content-Type-Options']).toBe('nosniff');
});
