import type { Connector } from '../definition';
import { actionOf } from '../registry';
import type { Action, Condition, Group } from '../rule';
import type { Localised, RecipeLocale } from './recipe';

/** What a template is for: the gallery is grouped by it. */
export type WorkflowPurpose = 'answer' | 'sort' | 'follow_up' | 'connect';

/** What of the account a template names; empty ones are chosen in the editor, which marks them. */
export interface WorkflowKeys {
  /** Key of the agent who gets tickets. */
  readonly agent?: string;
  /** Who is written to beside the customer. */
  readonly email?: string;
  /** Id of a status at Base. */
  readonly baseStatus?: string;
}

/** A workflow that is ready but for what it names of the account. */
export interface WorkflowRecipe {
  readonly id: string;
  readonly purpose: WorkflowPurpose;
  readonly name: Localised;
  /** What it is good for, one sentence. */
  readonly description: Localised;
  readonly when: readonly Condition[];
  do(locale: RecipeLocale, keys: Required<WorkflowKeys>): readonly Action[];
}

/** What needs no choice: the only agent there is. @param agents keys of those who can be assigned */
export function keysFor(agents: readonly string[]): WorkflowKeys {
  const [agent, ...others] = agents;
  return agent !== undefined && others.length === 0 ? { agent } : {};
}

const NOTHING: Required<WorkflowKeys> = { agent: '', email: '', baseStatus: '' };

/**
 * A template as a new workflow: what the editor opens with, and what the API takes. Active, unless it waits for something
 * to be connected.
 */
export function workflowFromRecipe(
  recipe: WorkflowRecipe,
  locale: RecipeLocale,
  keys: WorkflowKeys = {},
  connected: readonly Connector[] = [],
) {
  const when: Group = { all: recipe.when };
  const actions = recipe.do(locale, { ...NOTHING, ...keys });
  const missing = connectorsOfRecipe(recipe).filter((each) => !connected.includes(each));
  const { name, description } = recipe;
  return { name: name[locale], description: description[locale], active: missing.length === 0, when, do: actions };
}

/** What must be connected before it can be active. */
export function connectorsOfRecipe(recipe: WorkflowRecipe): Connector[] {
  const needed = recipe.do('en', NOTHING).flatMap(({ action }) => actionOf('workflow', action)?.connector ?? []);
  return [...new Set(needed)];
}

const is = (field: string, value: Condition['value']): Condition => ({ field, operator: 'is', value });
const isNot = (field: string, value: Condition['value']): Condition => ({ field, operator: 'is_not', value });
const longAgo = (field: string, amount: number, unit: 'hours' | 'days'): Condition => ({
  field,
  operator: 'more_than',
  value: { amount, unit },
});
const contains = (...phrases: string[]): Condition => is('message_contains', phrases);
const newByCustomer = is('new_ticket', ['incoming_message']);

const say = (text: Localised, locale: RecipeLocale): Action => ({ action: 'send_message', text: text[locale] });
const tag = (name: string): Action => ({ action: 'add_tag', tag: name });
const status = (key: string): Action => ({ action: 'set_status', status: key });
const assign = (agent: string): Action => ({ action: 'assign_agent', agent });

/** The gallery of workflows, in the order in which it is shown. */
export const workflowRecipes: readonly WorkflowRecipe[] = [
  {
    id: 'out_of_hours_answer',
    purpose: 'answer',
    name: { en: 'Answer out of hours', fr: 'Répondre hors des horaires' },
    description: {
      en: 'Tells whoever writes in the evening or at night when to expect an answer.',
      fr: 'Indique à qui écrit le soir ou la nuit quand attendre une réponse.',
    },
    when: [newByCustomer, is('time', [{ from: '18:00', to: '08:00' }])],
    do: (locale) => [
      say(
        {
          en: 'Hello {{ customer_name | default: "there" }}, thank you for your message. We are back at 8 in the morning and answer first thing. Your ticket has the number {{ ticket_id }}.',
          fr: 'Bonjour {{ customer_name }}, merci de votre message. Nous revenons à 8 heures et répondons en premier lieu. Votre ticket porte le numéro {{ ticket_id }}.',
        },
        locale,
      ),
    ],
  },
  {
    id: 'weekend_answer',
    purpose: 'answer',
    name: { en: 'Answer at the weekend', fr: 'Répondre le week-end' },
    description: {
      en: 'Says on Saturdays and Sundays that the answer comes on Monday.',
      fr: 'Annonce le samedi et le dimanche que la réponse viendra lundi.',
    },
    when: [newByCustomer, is('weekday', [5, 6])],
    do: (locale) => [
      say(
        {
          en: 'Thank you for your message. Nobody is here at the weekend; you hear from us on Monday. Your ticket has the number {{ ticket_id }}.',
          fr: 'Merci de votre message. Nous sommes absents le week-end et vous répondons lundi. Votre ticket porte le numéro {{ ticket_id }}.',
        },
        locale,
      ),
    ],
  },
  {
    id: 'first_message_thanks',
    purpose: 'answer',
    name: { en: 'Thanks for the first message', fr: 'Remercier du premier message' },
    description: {
      en: 'Confirms to customers that their first message has arrived, with the number of the ticket.',
      fr: 'Confirme aux clients que leur premier message est arrivé, avec le numéro du ticket.',
    },
    when: [is('action', ['first_message'])],
    do: (locale) => [
      say(
        {
          en: 'Thank you for writing, {{ customer_name | default: "and welcome" }}. We have your message as ticket {{ ticket_id }} and will be with you soon.',
          fr: 'Merci de nous avoir écrit. Votre message est enregistré comme ticket {{ ticket_id }} ; nous revenons vers vous bientôt.',
        },
        locale,
      ),
    ],
  },
  {
    id: 'invoice_answer',
    purpose: 'answer',
    name: { en: 'Question about an invoice', fr: 'Question sur une facture' },
    description: {
      en: 'Answers questions about invoices at once, and files the ticket with them.',
      fr: 'Répond aussitôt aux questions sur les factures et classe le ticket parmi elles.',
    },
    when: [contains('invoice', 'receipt', 'facture', 'reçu')],
    do: (locale) => [
      say(
        {
          en: 'You find all your invoices in your account under “Orders”. If one is missing or wrong, write the number of the order and we send you a new one.',
          fr: 'Toutes vos factures sont dans votre compte, sous « Commandes ». S’il en manque une ou si elle est fausse, écrivez-nous le numéro de la commande et nous vous en envoyons une nouvelle.',
        },
        locale,
      ),
      tag('invoice'),
    ],
  },
  {
    id: 'spam_phrases',
    purpose: 'sort',
    name: { en: 'Spam by its phrases', fr: 'Spam reconnu à ses phrases' },
    description: {
      en: 'Gives messages with typical phrases of advertising the status “spam”.',
      fr: 'Donne le statut « spam » aux messages qui contiennent des phrases publicitaires typiques.',
    },
    when: [contains('guest post', 'seo services', 'backlinks', 'crypto investment', 'you have won', 'vous avez gagné')],
    do: () => [status('spam'), tag('spam')],
  },
  {
    id: 'negative_sentiment',
    purpose: 'sort',
    name: { en: 'Upset customers', fr: 'Clients mécontents' },
    description: {
      en: 'Marks tickets with a negative sentiment and gives them to one agent.',
      fr: 'Marque les tickets au sentiment négatif et les confie à un agent.',
    },
    when: [is('sentiment', ['negative'])],
    do: (_, { agent }) => [tag('upset'), assign(agent)],
  },
  {
    id: 'returns',
    purpose: 'sort',
    name: { en: 'Returns', fr: 'Retours' },
    description: {
      en: 'Gives every new return a status, a tag and an agent.',
      fr: 'Donne à chaque nouveau retour un statut, un tag et un agent.',
    },
    when: [is('action', ['return_created'])],
    do: (_, { agent }) => [status('pending'), tag('return'), assign(agent)],
  },
  {
    id: 'vip_domain',
    purpose: 'sort',
    name: { en: 'VIP by e-mail domain', fr: 'VIP par domaine d’e-mail' },
    description: {
      en: 'Recognises important customers by their e-mail address. Put in their domains.',
      fr: 'Reconnaît les clients importants à leur adresse e-mail. Indiquez leurs domaines.',
    },
    when: [newByCustomer, is('email', ['*@example.com'])],
    do: (_, { agent }) => [tag('vip'), assign(agent)],
  },
  {
    id: 'all_but_discussions',
    purpose: 'sort',
    name: { en: 'All but Allegro discussions', fr: 'Tout sauf les discussions Allegro' },
    description: {
      en: 'Assigns what comes in, except discussions on Allegro. An assignment by hand stays.',
      fr: 'Assigne ce qui arrive, sauf les discussions Allegro. Une assignation manuelle reste.',
    },
    when: [isNot('source', ['allegro_discussions'])],
    do: (_, { agent }) => [assign(agent)],
  },
  {
    id: 'urgent_words',
    purpose: 'sort',
    name: { en: 'Urgent words', fr: 'Mots urgents' },
    description: {
      en: 'Opens tickets again and marks them when the customer writes that it is urgent.',
      fr: 'Rouvre les tickets et les marque quand le client écrit que c’est urgent.',
    },
    when: [contains('urgent', 'as soon as possible', 'immediately', 'au plus vite', 'immédiatement')],
    do: () => [status('open'), tag('urgent')],
  },
  {
    id: 'reminder_after_a_day',
    purpose: 'follow_up',
    name: { en: 'Reminder after a day', fr: 'Rappel après un jour' },
    description: {
      en: 'After 24 hours without a reply, tells the customer that nobody has forgotten, and marks the ticket.',
      fr: 'Après 24 heures sans réponse, assure au client qu’il n’est pas oublié et marque le ticket.',
    },
    when: [is('response_status', ['not_replied']), longAgo('ticket_created', 24, 'hours')],
    do: (locale) => [
      say(
        {
          en: 'We have not forgotten you: ticket {{ ticket_id }} is still with us, and somebody answers as soon as possible. Thank you for waiting.',
          fr: 'Nous ne vous oublions pas : le ticket {{ ticket_id }} est toujours chez nous et quelqu’un répond dès que possible. Merci de patienter.',
        },
        locale,
      ),
      tag('late'),
    ],
  },
  {
    id: 'close_after_silence',
    purpose: 'follow_up',
    name: { en: 'Close after a week of silence', fr: 'Clore après une semaine de silence' },
    description: {
      en: 'Closes answered tickets when the customer has not written for 7 days.',
      fr: 'Clôt les tickets répondus quand le client n’a pas écrit depuis 7 jours.',
    },
    when: [is('response_status', ['replied']), longAgo('last_customer_reply', 7, 'days')],
    do: () => [status('closed'), tag('no-answer')],
  },
  {
    id: 'tell_the_lead',
    purpose: 'connect',
    name: { en: 'Tell the lead about late tickets', fr: 'Signaler les tickets en retard' },
    description: {
      en: 'Writes an e-mail to somebody of the team when a ticket has waited for 24 hours.',
      fr: 'Envoie un e-mail à une personne de l’équipe quand un ticket attend depuis 24 heures.',
    },
    when: [
      is('response_status', ['not_replied']),
      longAgo('ticket_created', 24, 'hours'),
      isNot('source', ['allegro_discussions']),
    ],
    do: (locale, { email }) => [
      {
        action: 'send_email',
        to: email,
        subject: { en: 'Waiting: ticket {{ ticket_id }}', fr: 'En attente : ticket {{ ticket_id }}' }[locale],
        text: {
          en: '{{ customer_name | default: customer_email }} has waited for a day: {{ ticket_url }}',
          fr: '{{ customer_name | default: customer_email }} attend depuis un jour : {{ ticket_url }}',
        }[locale],
      },
      tag('late'),
    ],
  },
  {
    id: 'translated_welcome',
    purpose: 'connect',
    name: { en: 'Welcome in the customer’s language', fr: 'Accueil dans la langue du client' },
    description: {
      en: 'Greets customers of a marketplace abroad in their language.',
      fr: 'Salue les clients d’une place de marché étrangère dans leur langue.',
    },
    when: [newByCustomer, is('source', ['allegro_messages', 'allegro_discussions'])],
    do: (locale) => [
      {
        action: 'send_translated_message',
        text: {
          en: 'Thank you for your message. We read it and answer within one working day.',
          fr: 'Merci de votre message. Nous le lisons et répondons sous un jour ouvré.',
        }[locale],
        language: 'pl',
      },
    ],
  },
  {
    id: 'product_question_draft',
    purpose: 'connect',
    name: { en: 'Draft for product questions', fr: 'Brouillon pour les questions sur un produit' },
    description: {
      en: 'Has a language model draft an answer, which an agent looks through and sends.',
      fr: 'Fait rédiger une réponse par un modèle de langage ; un agent la relit et l’envoie.',
    },
    when: [{ field: 'new_message', operator: 'is' }, is('context', ['product_question'])],
    do: (locale) => [
      {
        action: 'ai_message',
        instruction: {
          en: 'Answer the customer’s question about the product in a friendly way and in at most five sentences. If you do not know something, say that a colleague will find out.',
          fr: 'Répondez aimablement à la question du client sur le produit, en cinq phrases au plus. Si vous ignorez un point, dites qu’un collègue va se renseigner.',
        }[locale],
        review: true,
      },
    ],
  },
  {
    id: 'shipped_at_base',
    purpose: 'connect',
    name: { en: 'Order shipped', fr: 'Commande expédiée' },
    description: {
      en: 'Changes the status of the order at Base when the ticket gets the tag “shipped”.',
      fr: 'Change le statut de la commande dans Base quand le ticket reçoit le tag « shipped ».',
    },
    when: [is('tag_added', ['shipped'])],
    do: (_, { baseStatus }) => [{ action: 'set_base_order_status', status: baseStatus }],
  },
];
