import { describe, expect, it } from 'vitest';
import { botInput } from '@/lib/contracts/bot';
import { defaultTexts } from '@/lib/engine/bots/defaults';
import {
  type BotDraft,
  bodyOf,
  botOf,
  draftOf,
  moved,
  newAnswer,
  newStep,
  variantsIn,
  withAnswer,
  withText,
} from './draft';

const empty: BotDraft = {
  ...{ name: 'Helper', avatar: '', language: 'en', active: true, answers: [], channels: ['web'] },
  ...defaultTexts('en'),
};

function withTitle(draft: BotDraft, title: string): BotDraft {
  const answer = newAnswer(draft);
  return withAnswer({ ...draft, answers: [...draft.answers, answer] }, { ...answer, title });
}

describe('a bot in the editor', () => {
  it('becomes what the API takes, and back', () => {
    let draft = withTitle(withTitle(empty, 'Opening hours'), 'Refunds');
    const [hours, refunds] = draft.answers;
    if (!hours || !refunds) throw new Error('Two answers');
    draft = withAnswer(draft, {
      ...hours,
      phrases: ' when are you open \n\nwhen are you open\nclosed today?',
      titles: { fr: 'Horaires', de: ' ' },
      steps: [
        { ...newStep('message'), text: ' Nine to five ' },
        {
          ...newStep('quick_replies'),
          step: 'quick_replies',
          text: 'More?',
          replies: [{ label: 'Money', answer: 'refunds' }],
        },
      ],
    });
    draft = withAnswer(draft, { ...refunds, steps: [{ ...newStep('transfer') }] });
    const body = bodyOf(draft);
    expect(botInput.safeParse(body).error?.issues).toBeUndefined();
    expect(body.answers?.[0]).toEqual({
      ...{ key: 'opening-hours', title: 'Opening hours', titles: { fr: 'Horaires' }, offered: true },
      phrases: ['when are you open', 'closed today?'],
      steps: [
        { step: 'message', text: 'Nine to five' },
        { step: 'quick_replies', text: 'More?', replies: [{ label: 'Money', answer: 'refunds' }] },
      ],
    });
    const stored = botInput.parse(body);
    const again = draftOf(
      { ...stored, avatar: null, language: 'en', active: true, human: empty.human, answers: stored.answers as never },
      ['web'],
      true,
    );
    expect(bodyOf(again)).toEqual(body);
    expect(variantsIn(again)).toEqual(['fr']);
  });

  it('keeps quick replies on their answer while its title is still being typed', () => {
    let draft = withTitle(withTitle(empty, 'Re'), 'Menu');
    const menu = draft.answers[1];
    if (!menu) throw new Error('Two answers');
    const replies = [{ label: 'Money', answer: 're' }];
    draft = withAnswer(draft, { ...menu, steps: [{ id: 99, step: 'quick_replies', text: 'x', replies }] });
    const first = draft.answers[0];
    if (!first) throw new Error('Two answers');
    draft = withAnswer(draft, { ...first, title: 'Refunds' });
    expect(botOf(draft).answers[1]?.steps[0]).toMatchObject({ replies: [{ answer: 'refunds' }] });
    // A key that is stored stays.
    draft = withAnswer(draft, { ...first, fixed: true, title: 'Money back' });
    expect(draft.answers[0]).toMatchObject({ title: 'Money back', key: 're' });
  });

  it('gives every answer a key of its own', () => {
    const draft = withTitle(withTitle(withTitle(empty, 'Hours'), 'hours'), '営業時間');
    expect(draft.answers.map(({ key }) => key)).toEqual(['hours', 'hours-2', 'answer']);
  });

  it('writes texts in one language at a time', () => {
    const french = withText({ text: 'Hello' }, 'fr', 'Bonjour');
    expect(french).toEqual({ text: 'Hello', byLanguage: { fr: 'Bonjour' } });
    expect(withText(french, 'fr', '')).toEqual({ text: 'Hello', byLanguage: {} });
    expect(withText(french, null, 'Hi')).toEqual({ text: 'Hi', byLanguage: { fr: 'Bonjour' } });
  });

  it('moves things by places and to places', () => {
    const list = [1, 2, 3].map((id) => ({ id }));
    const order = (to: Parameters<typeof moved>[2]) => moved(list, 2, to).map(({ id }) => id);
    expect(order({ by: 1 })).toEqual([1, 3, 2]);
    expect(order({ by: -1 })).toEqual([2, 1, 3]);
    expect(order({ by: 2 })).toEqual([1, 2, 3]);
    expect(order({ before: 1 })).toEqual([2, 1, 3]);
    expect(order({ before: 3 })).toEqual([1, 3, 2]);
  });
});
