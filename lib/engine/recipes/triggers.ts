import type { Action, Condition, Group } from '../rule';
import type { Localised, Recipe, RecipeLocale } from './recipe';

const all = (...items: Condition[]): Group => ({ all: items });
const is = (field: string, value: string | boolean): Condition => ({ field, operator: 'is', value });
const fromCustomer = is('sender_type', 'customer');
const SERVICE = { en: 'Customer Service', fr: 'Service client' };

const say =
  (text: Localised, sender: Localised = SERVICE) =>
  (locale: RecipeLocale): Action => ({ action: 'send_message', sender: sender[locale], text: text[locale] });

/** The gallery of triggers, in the order in which it is shown. */
export const triggerRecipes: readonly Recipe[] = [
  {
    id: 'estimated_wait',
    name: { en: 'Estimated wait', fr: 'Attente estimée' },
    description: {
      en: 'Tells customers how long it usually takes, as soon as they wait in a queue.',
      fr: 'Indique aux clients le délai habituel dès qu’ils sont en file d’attente.',
    },
    on: 'conversation_queued',
    oncePerTicket: true,
    when: () => all(is('initial_routing', true), { field: 'queue_size', operator: 'greater_than', value: 1 }),
    do: (locale) => [
      say({
        en: 'Thank you for your patience. An agent usually answers within @wait_time_min to @wait_time_max minutes.',
        fr: 'Merci de patienter. Un agent répond en général sous @wait_time_min à @wait_time_max minutes.',
      })(locale),
    ],
  },
  {
    id: 'agent_is_coming',
    name: { en: 'An agent is coming', fr: 'Un agent arrive' },
    description: {
      en: 'Says that somebody has taken the conversation, before the first reply is written.',
      fr: 'Annonce que quelqu’un a pris la conversation, avant que la première réponse soit écrite.',
    },
    on: 'conversation_assigned',
    oncePerTicket: true,
    when: () => all(is('customer_served', false)),
    do: (locale) => [
      say({
        en: 'Good news: an agent has your request and is reading it now.',
        fr: 'Bonne nouvelle : un agent a votre demande et la lit en ce moment.',
      })(locale),
    ],
  },
  {
    id: 'group_offline',
    name: { en: 'Group offline', fr: 'Groupe hors ligne' },
    description: {
      en: 'When nobody of one group is there, asks for an e-mail address.',
      fr: 'Quand personne d’un groupe n’est là, demande une adresse e-mail.',
    },
    on: 'conversation_queued',
    oncePerTicket: true,
    when: ({ group = '' }) =>
      all(is('group', group), { field: 'group_status', group, operator: 'is', value: 'invisible' }),
    do: (locale) => [
      say({
        en: 'This team is not at work right now. Leave us your e-mail address and we will write to you.',
        fr: 'Cette équipe n’est pas là en ce moment. Laissez-nous votre adresse e-mail et nous vous écrirons.',
      })(locale),
      { action: 'request_email' },
    ],
  },
  {
    id: 'out_of_hours',
    name: { en: 'Answer out of hours', fr: 'Réponse en dehors des horaires' },
    description: {
      en: 'Outside a schedule’s hours, says when customers can expect an answer.',
      fr: 'En dehors des horaires d’un emploi du temps, indique quand attendre une réponse.',
    },
    on: 'conversation_requested',
    oncePerTicket: true,
    when: ({ schedule = '' }) => all({ field: 'schedule', schedule, operator: 'is', value: 'outside' }),
    do: (locale) => [
      say({
        en: 'We are closed for today. Your message is kept, and we answer first thing when we open again.',
        fr: 'Nous sommes fermés pour le moment. Votre message est conservé et nous y répondrons dès l’ouverture.',
      })(locale),
      { action: 'request_email' },
    ],
  },
  {
    id: 'keyword_tag',
    name: { en: 'Tag by keyword', fr: 'Marqueur par mot-clé' },
    description: {
      en: 'Tags the ticket when a customer mentions a return or a refund.',
      fr: 'Marque le ticket quand un client parle d’un retour ou d’un remboursement.',
    },
    on: 'message_sent',
    oncePerTicket: true,
    when: () => ({
      all: [
        fromCustomer,
        {
          any: ['refund', 'send back', 'return', 'rembours', 'retour'].map((value) => {
            return { field: 'message', operator: 'contains', value };
          }),
        },
      ],
    }),
    do: (locale) => [{ action: 'add_tags', tags: [locale === 'fr' ? 'retour' : 'return'] }],
  },
  {
    id: 'abusive_words',
    name: { en: 'Suspend for abusive words', fr: 'Suspendre en cas d’insultes' },
    description: {
      en: 'Suspends customers who insult. Adapt the words before switching it on.',
      fr: 'Suspend les clients qui insultent. Adaptez les mots avant de l’activer.',
    },
    on: 'message_sent',
    oncePerTicket: false,
    when: () =>
      all(fromCustomer, {
        field: 'message',
        operator: 'regex',
        value: String.raw`(?s).*\b(?:idiots?|morons?|scumbags?|crétins?|abrutis?)\b.*`,
      }),
    do: (locale) => [
      { action: 'add_tags', tags: [locale === 'fr' ? 'insulte' : 'abuse'] },
      say({
        en: 'We answer everybody who stays polite. This conversation ends here.',
        fr: 'Nous répondons à tous ceux qui restent polis. Cette conversation s’arrête ici.',
      })(locale),
      { action: 'suspend_user' },
    ],
  },
  {
    id: 'returning_customer',
    name: { en: 'Greet returning customers', fr: 'Accueillir les clients fidèles' },
    description: {
      en: 'Thanks customers who have written before, and tags their ticket.',
      fr: 'Remercie les clients qui ont déjà écrit et marque leur ticket.',
    },
    on: 'conversation_requested',
    oncePerTicket: true,
    when: () =>
      all(
        { field: 'customer_prev_conversations', operator: 'greater_or_equal', value: 1 },
        { field: 'customer_name', operator: 'is_not', value: '' },
      ),
    do: (locale) => [
      { action: 'wait', seconds: 2 },
      say({
        en: 'Welcome back, @customer_name. An agent will be with you shortly.',
        fr: 'Ravis de vous revoir, @customer_name. Un agent sera bientôt à vous.',
      })(locale),
      { action: 'add_tags', tags: [locale === 'fr' ? 'fidèle' : 'returning'] },
    ],
  },
  {
    id: 'follow_up',
    name: { en: 'Follow up unless answered', fr: 'Relance sans réponse' },
    description: {
      en: 'After five minutes without an agent’s reply, says that the request is not forgotten.',
      fr: 'Après cinq minutes sans réponse d’un agent, dit que la demande n’est pas oubliée.',
    },
    on: 'conversation_requested',
    oncePerTicket: true,
    when: () => all(is('customer_requesting_conversation', true)),
    do: (locale) => [
      { action: 'wait', seconds: 300, unless: ['agent_replied', 'conversation_ended'] },
      say({
        en: 'You are not forgotten: it takes a little longer than usual. Leave an e-mail address if you cannot wait.',
        fr: 'Nous ne vous oublions pas : cela prend un peu plus de temps que d’habitude. Laissez une adresse e-mail si vous ne pouvez pas attendre.',
      })(locale),
      { action: 'request_email' },
    ],
  },
  {
    id: 'long_queue',
    name: { en: 'Long queue', fr: 'Longue file d’attente' },
    description: {
      en: 'When ten or more are waiting, offers an answer by e-mail instead.',
      fr: 'Quand dix personnes ou plus attendent, propose une réponse par e-mail.',
    },
    on: 'conversation_queued',
    oncePerTicket: true,
    when: () => all({ field: 'queue_size', operator: 'greater_or_equal', value: 10 }),
    do: (locale) => [
      say({
        en: 'Many customers are writing at the moment (@queue_size are waiting). We can also answer by e-mail.',
        fr: 'Beaucoup de clients nous écrivent en ce moment (@queue_size en attente). Nous pouvons aussi répondre par e-mail.',
      })(locale),
      { action: 'request_email' },
    ],
  },
];
