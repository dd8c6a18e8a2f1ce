import { describe, expect, test } from 'vitest';
import { isInner, isLogin, webAddress } from './address.ts';

describe('addresses that strangers wrote', () => {
  test.each([
    'http://localhost/a',
    'http://127.0.0.1:8080/a',
    'http://2130706433/a',
    'http://0x7f.1/a',
    'http://0/a',
    'http://10.1.2.3/a',
    'http://172.31.0.1/a',
    'http://192.168.1.1/a',
    'http://169.254.169.254/latest',
    'http://100.64.0.1/',
    'http://[::1]/a',
    'http://[::ffff:127.0.0.1]/a',
    'http://[fe80::1]/a',
    'http://[fd00::1]/a',
    'http://printer/a',
    'http://db.internal./a',
    'http://router.lan/a',
  ])('%s is within', (address) => expect(isInner(webAddress(address) ?? expect.unreachable())).toBe(true));

  test.each([
    'https://example.org/a',
    'http://8.8.8.8/',
    'http://172.32.0.1/',
    'http://[2606:4700::1111]/',
    'http://сайт.рф/',
  ])('%s is not', (address) => expect(isInner(webAddress(address) ?? expect.unreachable())).toBe(false));

  test.each([
    'file:///etc/passwd',
    'ftp://example.org/a',
    'javascript:1',
    'http://user:word@example.org/',
    'example.org',
    '',
  ])('%s is none', (address) => expect(webAddress(address)).toBe(null));
});

test.each([
  ['https://example.org/login?next=/a', true],
  ['https://example.org/accounts/login/', true],
  ['https://example.org/users/sign_in', true],
  ['https://passport.example.cn/visitor', true],
  ['https://login.example.org/', true],
  ['https://example.org/post/1', false],
  ['https://example.org/authors/1', false],
  ['https://example.org/2024/accountability', false],
])('%s asks to log in: %s', (address, expected) => expect(isLogin(new URL(address))).toBe(expected));
