import type { Frequency, Occasion, SendWindow } from '../proactive/message';
import type { Condition, Group } from '../rule';
import type { Localised, RecipeLocale } from './recipe';

/** What a template is for: the gallery is grouped by it. */
export type Purpose = 'welcome' | 'help' | 'sell' | 'inform';

/** A message that is ready but for brand and channel. */
export interface ProactiveRecipe {
  readonly id: string;
  readonly purpose: Purpose;
  readonly name: Localised;
  /** What it is good for, one sentence. */
  readonly description: Localised;
  readonly on: Occasion;
  readonly when: Group;
  readonly message: Localised;
  readonly followUp: Localised;
  readonly tags: readonly string[];
  /** Other than `any` needs the business hours of the channel. */
  readonly send: SendWindow;
  readonly frequency: Frequency;
}

const all = (...items: Condition[]): Group => ({ all: items });
const url = (...parts: string[]): Condition => ({
  field: 'visitor_page_url',
  operator: 'contains_any',
  value: parts,
  ignoreCase: true,
});
const title = (...parts: string[]): Condition => ({
  field: 'visitor_page_title',
  operator: 'contains_any',
  value: parts,
  ignoreCase: true,
});
const history = (value: 'new' | 'returning'): Condition => ({ field: 'visitor_history', operator: 'is', value });

const loaded: Occasion = { event: 'page_loaded' };
const after = (seconds: number): Occasion => ({ event: 'on_page', seconds });
const COMING: Localised = {
  en: 'Thank you. A colleague will join you here in a moment.',
  fr: 'Merci. Un collègue vous rejoint ici dans un instant.',
};

/** The gallery of proactive messages, in the order in which it is shown. */
export const proactiveRecipes: readonly ProactiveRecipe[] = [
  {
    id: 'welcome_new_visitor',
    purpose: 'welcome',
    name: { en: 'Welcome a new visitor', fr: 'Accueillir un nouveau visiteur' },
    description: {
      en: 'Says hello once to people who are here for the first time and stay a little.',
      fr: 'Salue une fois les personnes qui viennent pour la première fois et restent un peu.',
    },
    on: after(15),
    when: all(history('new')),
    message: {
      en: 'Welcome! If you are looking for something in particular, just ask us here.',
      fr: 'Bienvenue ! Si vous cherchez quelque chose de précis, demandez-nous ici.',
    },
    followUp: COMING,
    tags: ['new-visitor'],
    send: 'any',
    frequency: 'once_per_customer',
  },
  {
    id: 'returning_visitor',
    purpose: 'welcome',
    name: { en: 'Returning visitor', fr: 'Visiteur de retour' },
    description: {
      en: 'Picks up with people who come back after more than a day.',
      fr: 'Renoue avec les personnes qui reviennent après plus d’une journée.',
    },
    on: after(10),
    when: all(history('returning'), { field: 'visitor_last_visit_hours', operator: 'greater_than', value: 24 }),
    message: {
      en: 'Nice to see you again. Shall we help you find where you left off?',
      fr: 'Ravis de vous revoir. Voulez-vous reprendre là où vous en étiez ?',
    },
    followUp: COMING,
    tags: ['returning'],
    send: 'any',
    frequency: 'once_per_visit',
  },
  {
    id: 'visitor_language',
    purpose: 'welcome',
    name: { en: 'Language of the visitor', fr: 'Langue du visiteur' },
    description: {
      en: 'Offers help in French to devices that speak it.',
      fr: 'Propose une aide en français aux appareils qui parlent cette langue.',
    },
    on: loaded,
    when: all({ field: 'device_language', operator: 'is', value: 'fr' }),
    message: {
      en: 'Bonjour ! Nous répondons aussi en français, écrivez-nous ici.',
      fr: 'Bonjour ! Nous répondons aussi en français, écrivez-nous ici.',
    },
    followUp: {
      en: 'Merci. Un collègue francophone vous rejoint ici.',
      fr: 'Merci. Un collègue francophone vous rejoint ici.',
    },
    tags: ['french'],
    send: 'any',
    frequency: 'once_per_customer',
  },
  {
    id: 'pricing_help',
    purpose: 'help',
    name: { en: 'Help on the pricing page', fr: 'Aide sur la page des tarifs' },
    description: {
      en: 'Offers advice after 30 seconds on a page about prices.',
      fr: 'Propose un conseil après 30 secondes sur une page de tarifs.',
    },
    on: after(30),
    when: { any: [url('/pricing', '/prices', '/tarifs'), title('pricing', 'tarifs')] },
    message: {
      en: 'Not sure which option fits? Tell us what you need and we will say what it costs.',
      fr: 'Vous hésitez entre les offres ? Dites-nous ce qu’il vous faut, nous vous dirons ce que cela coûte.',
    },
    followUp: COMING,
    tags: ['pricing'],
    send: 'any',
    frequency: 'once_per_visit',
  },
  {
    id: 'page_not_found',
    purpose: 'help',
    name: { en: 'Page not found', fr: 'Page introuvable' },
    description: {
      en: 'Helps people who followed a link that leads nowhere.',
      fr: 'Aide les personnes qui ont suivi un lien qui ne mène nulle part.',
    },
    on: loaded,
    when: all(title('404', 'not found', 'introuvable')),
    message: {
      en: 'This page has moved or is gone. What were you looking for?',
      fr: 'Cette page a été déplacée ou n’existe plus. Que cherchiez-vous ?',
    },
    followUp: COMING,
    tags: ['not-found'],
    send: 'any',
    frequency: 'every_time',
  },
  {
    id: 'stuck_in_help',
    purpose: 'help',
    name: { en: 'Still looking in the help', fr: 'Encore à chercher dans l’aide' },
    description: {
      en: 'Offers a person after a minute and a half on a help article.',
      fr: 'Propose une personne après une minute et demie sur un article d’aide.',
    },
    on: after(90),
    when: all(url('/help', '/faq', '/aide')),
    message: {
      en: 'Did you find your answer? If not, ask it here and a person will reply.',
      fr: 'Avez-vous trouvé votre réponse ? Sinon, posez votre question ici, une personne vous répondra.',
    },
    followUp: COMING,
    tags: ['help-page'],
    send: 'inside',
    frequency: 'once_per_visit',
  },
  {
    id: 'hesitation_at_cart',
    purpose: 'sell',
    name: { en: 'Hesitation at the cart', fr: 'Hésitation devant le panier' },
    description: {
      en: 'Asks what is missing when somebody stays with a full cart.',
      fr: 'Demande ce qui manque quand quelqu’un reste devant un panier plein.',
    },
    on: after(45),
    when: all(url('/cart', '/panier', '/checkout')),
    message: {
      en: 'Any question about delivery or payment before you order?',
      fr: 'Une question sur la livraison ou le paiement avant de commander ?',
    },
    followUp: COMING,
    tags: ['cart'],
    send: 'any',
    frequency: 'once_per_visit',
  },
  {
    id: 'product_launch',
    purpose: 'sell',
    name: { en: 'Product launch', fr: 'Lancement d’un produit' },
    description: {
      en: 'Announces something new on the pages where it matters, to everybody but those who are on it already.',
      fr: 'Annonce une nouveauté sur les pages concernées, sauf à qui la regarde déjà.',
    },
    on: after(5),
    when: all(
      { field: 'visitor_page_url', operator: 'glob', value: '/products*' },
      { field: 'visitor_page_url', operator: 'contains_none', value: ['new-model'], ignoreCase: true },
    ),
    message: {
      en: 'Our new model is here. Would you like to know how it differs?',
      fr: 'Notre nouveau modèle est arrivé. Voulez-vous savoir ce qui change ?',
    },
    followUp: COMING,
    tags: ['launch'],
    send: 'any',
    frequency: 'once_per_customer',
  },
  {
    id: 'out_of_hours_notice',
    purpose: 'inform',
    name: { en: 'Out-of-hours notice', fr: 'Avis en dehors des horaires' },
    description: {
      en: 'Tells people on the contact page that nobody is there, and takes their question all the same.',
      fr: 'Prévient, sur la page de contact, que personne n’est là, et prend quand même la question.',
    },
    on: loaded,
    when: all(url('/contact', '/help', '/aide')),
    message: {
      en: 'We are closed at the moment. Leave your question here and we will answer by e-mail.',
      fr: 'Nous sommes fermés pour le moment. Laissez votre question ici, nous répondrons par e-mail.',
    },
    followUp: {
      en: 'Thank you. We will answer as soon as we are back.',
      fr: 'Merci. Nous répondrons dès notre retour.',
    },
    tags: ['out-of-hours'],
    send: 'outside',
    frequency: 'once_per_visit',
  },
];

/** What the API takes and the editor opens with, for a brand's channel; `schedule` is the channel's. */
export function messageFromRecipe(
  recipe: ProactiveRecipe,
  locale: RecipeLocale,
  { brand, channel, schedule }: { brand: string; channel: string; schedule?: string },
) {
  const { on, when, tags, frequency } = recipe;
  const send = recipe.send === 'any' ? { when: recipe.send } : { when: recipe.send, ...(schedule && { schedule }) };
  return {
    name: recipe.name[locale],
    description: recipe.description[locale],
    status: 'draft' as const,
    ...{ brand, channel, on, when, send, frequency },
    message: recipe.message[locale],
    reply: {
      kind: 'agent' as const,
      followUp: recipe.followUp[locale],
      details: recipe.send === 'outside' ? (['name', 'email'] as const) : ([] as const),
    },
    tags: [...tags],
  };
}
