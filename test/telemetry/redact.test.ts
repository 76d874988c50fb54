import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/telemetry/redact.ts';

describe('what a person wrote', () => {
  test.each([
    ['an NHS number in groups', 'patient 999 123 4567 is here', '999 123 4567'],
    ['an NHS number with dashes', 'patient 999-000-0018', '999-000-0018'],
    ['an NHS number in one run', 'patient 9990000018', '9990000018'],
    ['an NHS number with points', 'NHS no 999.123.4567', '999.123'],
    ['an NHS number grouped otherwise', 'no 999 1234567 or 9991234 567', '1234567'],
    ['a smartcard user id in groups', 'uuid 5551 2345 6789', '2345'],
    ['a passcode with spaces', 'passcode 12 34 56', '34 56'],
    ['a password of letters', 'my password is Sunshine', 'Sunshine'],
    ['a date of birth', 'dob 01/02/1960 is in pain', '1960'],
    ['a date of birth in words', 'born on 3 May 1971', '1971'],
    ['a smartcard user id', 'my UUID is 555042709107', '555042709107'],
    ['a mobile number', 'ring 07700 900123', '07700 900123'],
    ['a phone number with country code', 'ring +44 20 7946 0018', '7946'],
    ['a phone number in one run', 'ring 02079460018', '02079460018'],
    ['an e-mail address', 'ada.nurse@trust.nhs.uk cannot log in', 'ada.nurse'],
    ['a passcode', 'my passcode is 482913', '482913'],
    ['a PIN', 'PIN: 1234', '1234'],
    ['a password', 'password hunter2', 'hunter2'],
  ])('is kept without %s', (_name, text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain('removed]');
  });

  test.each([
    'I get error 400_645',
    'ERR1000 after the update',
    'Release is 528040 and 461814',
    'ports 43487, 44213, 45031, 46478 and 48853',
    'it asks for my PIN and then nothing',
    'I forgot my passcode',
    'my password is not accepted',
    'the passcode is locked',
    'Identity Agent 2.4.10.0 and 1.4.2.0',
    'version 1.4.2.0 on 19 June 2025 at 11:02',
    '0x53494705',
    'ticket INC400645',
  ])('“%s” is kept as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('is kept short, and can always be stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const kept = redact(text);
        expect(kept.length).toBeLessThanOrEqual(300);
        expect(kept).not.toContain('\u0000');
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });
});
