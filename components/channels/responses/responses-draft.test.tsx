import { describe, expect, it } from 'vitest';
import { type ResponsesDraft, textIn, tidy, variantsOf, withoutVariant, withText } from './responses-draft';

const response = {
  firstMessage: { text: 'Hello', byLanguage: { fr: 'Bonjour', de: 'Hallo' } },
  details: ['email' as const, 'name' as const],
  followUp: { text: 'Coming' },
};
const draft: ResponsesDraft = { schedule: null, during: tidy(response), outside: tidy(response), bot: null };

describe('texts by language', () => {
  it('are read and written, the plain one apart', () => {
    expect([textIn(response.firstMessage, null), textIn(response.firstMessage, 'fr')]).toEqual(['Hello', 'Bonjour']);
    expect(textIn(response.followUp, 'fr')).toBe('');
    expect(withText(response.followUp, null, 'On the way')).toEqual({ text: 'On the way' });
    expect(withText(response.followUp, 'fr', 'En route')).toEqual({ text: 'Coming', byLanguage: { fr: 'En route' } });
  });

  it('that become empty are none', () => {
    const one = withText(response.firstMessage, 'fr', '');
    expect(one).toEqual({ text: 'Hello', byLanguage: { de: 'Hallo' } });
    expect(withText(one, 'de', '')).toEqual({ text: 'Hello' });
  });

  it('typed and taken back are as before, whatever the order', () => {
    const changed = withText(withText(response.firstMessage, 'fr', ''), 'fr', 'Bonjour');
    expect(JSON.stringify({ ...tidy(response), firstMessage: changed })).toBe(JSON.stringify(tidy(response)));
  });

  it('are counted over both responses, and taken out together', () => {
    expect(variantsOf(draft)).toEqual(['de', 'fr']);
    expect(variantsOf(withoutVariant(draft, 'de'))).toEqual(['fr']);
  });
});
