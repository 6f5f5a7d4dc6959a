import type { Performer } from './performer';
import { textOf, textsOf } from './read-parameters';

const DEFAULT_TEXT = {
  en: 'Please leave your e-mail address, so that we can answer you even when you are gone.',
  fr: 'Laissez-nous votre adresse e-mail, afin que nous puissions vous répondre même après votre départ.',
};

/** Asks in a form where the channel's kind can show one, else in plain text. */
export const requestEmail: Performer = ({ step: { params }, customer, channel, language, render, send }) => {
  if (customer.email) return { state: 'skipped', reason: 'email_known' };
  const showsForms = channel?.kind === 'web' || channel?.kind === 'mobile';
  const text = textOf(params.text);
  const sent = send({
    authorName: null,
    // Our own words are there in the customer's language, whatever the account's is.
    body: text ? render(text, textsOf(params.texts)) : render(DEFAULT_TEXT[language], DEFAULT_TEXT),
    kind: showsForms ? 'email_request' : 'text',
    meta: null,
  });
  return 'skipped' in sent
    ? { state: 'skipped', reason: sent.skipped }
    : { state: 'done', result: { message: sent.seq } };
};
