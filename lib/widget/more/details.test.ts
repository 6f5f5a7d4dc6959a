import { describe, expect, it } from 'vitest';
import { errorsOf, problemsOf } from './details';

describe('answers to a form', () => {
  it.each([
    ['luca@example.org', undefined],
    ['  luca@example.org ', undefined],
    ['', 'emailMissing'],
    ['luca', 'emailWrong'],
    ['luca@example', 'emailWrong'],
    ['luca @example.org', 'emailWrong'],
    ['lucà@example.org', 'emailAscii'],
    ['luca@exämple.org', 'emailAscii'],
    ['luca@example.org\u00a0', undefined],
  ])('e-mail %j: %s', (email, problem) => {
    expect(problemsOf(['email'], { email })).toEqual(problem && { email: problem });
  });

  it('asks for every field, and for no other', () => {
    expect(problemsOf(['name', 'email'], {})).toEqual({ name: 'nameMissing', email: 'emailMissing' });
    expect(problemsOf(['name'], { name: 'Luca' })).toBeUndefined();
  });

  it('says what the server found', () => {
    expect(errorsOf([{ path: 'email', code: 'email_not_ascii' }])).toEqual({ email: 'emailAscii' });
    expect(
      errorsOf([
        { path: 'email', code: 'invalid_format' },
        { path: 'name', code: 'too_small' },
      ]),
    ).toEqual({
      ...{ email: 'emailWrong', name: 'nameMissing' },
    });
    expect(errorsOf(undefined)).toEqual({ form: 'formFailed' });
  });
});
