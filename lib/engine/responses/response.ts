/** The default messaging response of a channel: what a customer reads before an agent is there. */
export type DetailField = 'name' | 'email';

/** `text` serves whoever has no variant in their language (BCP 47, any case). Empty: nothing is said. */
export interface ResponseText {
  readonly text: string;
  readonly byLanguage?: Readonly<Record<string, string>>;
}

export interface MessagingResponse {
  /** Shown when the widget is opened. */
  readonly firstMessage: ResponseText;
  /** Asked before the hand-over, each required once chosen. */
  readonly details: readonly DetailField[];
  /** At the hand-over: after the details, or after the customer's first message when none are asked. */
  readonly followUp: ResponseText;
}

/** As stored in a channel's settings under `responses`. What is absent is the default of the channel's language. */
export interface ChannelResponses {
  /** Key of a schedule; without one the response during business hours holds at any time. */
  readonly schedule?: string | null;
  readonly during?: MessagingResponse;
  readonly outside?: MessagingResponse;
}

export type ResponseKind = 'during' | 'outside';
type Language = 'en' | 'fr';

const words = (en: string, fr: string): Readonly<Record<Language, string>> => ({ en, fr });

const DEFAULT_TEXTS = {
  during: {
    firstMessage: words('Hello! How can we help you?', 'Bonjour ! Comment pouvons-nous vous aider ?'),
    followUp: words(
      'Thank you. An agent is coming and will answer you here.',
      'Merci. Un agent arrive et vous répondra ici.',
    ),
  },
  outside: {
    firstMessage: words(
      'Hello! We are closed at the moment. Tell us what it is about and we will answer as soon as we are back.',
      'Bonjour ! Nous sommes fermés pour le moment. Dites-nous de quoi il s’agit et nous vous répondrons dès notre retour.',
    ),
    followUp: words(
      'Thank you. An agent will answer you here as soon as we are back.',
      'Merci. Un agent vous répondra ici dès notre retour.',
    ),
  },
};

/** What the form is prefilled with, and what holds while nothing is configured. Asks for nothing. */
export function defaultResponse(kind: ResponseKind, language: Language): MessagingResponse {
  const { firstMessage, followUp } = DEFAULT_TEXTS[kind];
  return { firstMessage: withVariant(firstMessage, language), details: [], followUp: withVariant(followUp, language) };
}

function withVariant(texts: Readonly<Record<Language, string>>, language: Language): ResponseText {
  const other = language === 'en' ? 'fr' : 'en';
  return { text: texts[language], byLanguage: { [other]: texts[other] } };
}
