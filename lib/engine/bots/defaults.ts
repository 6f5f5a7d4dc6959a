import type { ResponseText } from '../responses/response';
import type { HumanChoice } from './bot';

const TEXTS = {
  greeting: {
    en: 'Hello! I am a bot. Ask me something, or choose below.',
    fr: 'Bonjour ! Je suis un bot. Posez-moi une question ou choisissez ci-dessous.',
  },
  fallback: {
    en: 'I have no answer to that. Is it one of these?',
    fr: 'Je n’ai pas de réponse à cela. Est-ce l’un de ces sujets ?',
  },
  label: { en: 'Talk to a person', fr: 'Parler à une personne' },
  message: {
    en: 'I am handing you over. An agent will answer you here.',
    fr: 'Je vous mets en relation. Un agent vous répondra ici.',
  },
} as const;

/** What a new bot says in its language; whoever reads the other one gets that. */
export function defaultTexts(language: string): { greeting: ResponseText; fallback: ResponseText; human: HumanChoice } {
  const french = language.toLowerCase().split('-')[0] === 'fr';
  const text = (of: keyof typeof TEXTS): ResponseText => {
    const { en, fr } = TEXTS[of];
    return french ? { text: fr, byLanguage: { en } } : { text: en, byLanguage: { fr } };
  };
  return {
    greeting: text('greeting'),
    fallback: text('fallback'),
    human: { offered: true, label: text('label'), message: text('message'), group: null },
  };
}
