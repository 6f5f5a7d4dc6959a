import { describe, expect, it } from 'vitest';
import { renderAction, textsOf } from './action-texts';

const labels = {
  boolean: { true: 'True', false: 'False' },
  status: { online: 'Online' },
  sender_type: { agent: 'Agent' },
};
const action = {
  action: 'send_message',
  sender: '@bot_name',
  text: 'Hello @customer_name',
  texts: { fr: 'Bonjour @customer_name', 'fr-CA': 'Allô @customer_name' },
  quickReplies: ['Yes, @customer_name', 'No'],
};
const facts = { customer_name: '@bot_name <b>', bot_name: 'Robo' };
const render = (language: string | null) => renderAction('trigger', action, facts, labels, language);

describe('the texts of an action', () => {
  it('are all that placeholders are replaced in', () => {
    expect(
      textsOf('trigger', [action, { action: 'wait', seconds: 5 }, { action: 'add_tags', tags: ['@message'] }]),
    ).toEqual([
      ...['@bot_name', 'Hello @customer_name', 'Bonjour @customer_name', 'Allô @customer_name'],
      ...['Yes, @customer_name', 'No'],
    ]);
  });

  it.each([
    [null, 'Hello @bot_name <b>'],
    ['en', 'Hello @bot_name <b>'],
    ['fr', 'Bonjour @bot_name <b>'],
    ['fr-BE', 'Bonjour @bot_name <b>'],
    ['fr-ca', 'Allô @bot_name <b>'],
  ])('are rendered once, for a reader of %s', (language, text) => {
    expect(render(language)).toEqual({
      ...{ action: 'send_message', sender: 'Robo', text },
      quickReplies: ['Yes, @bot_name <b>', 'No'],
    });
  });

  it('leaves other actions as they are', () => {
    const tags = { action: 'add_tags', tags: ['@message'] };
    expect(renderAction('trigger', tags, facts, labels, 'fr')).toEqual(tags);
  });
});
