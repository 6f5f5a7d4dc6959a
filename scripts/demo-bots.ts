/** A helper for the demo's bike shop: published to its widget, not switched on. */
import { defaultTexts } from '@/lib/engine/bots/defaults';
import { createBot } from '@/lib/services/bots/create';
import type { Context } from '@/lib/services/context';

export async function makeDemoBots(context: Context): Promise<void> {
  await createBot(context, {
    ...{ key: 'helper', name: 'Velo helper', avatar: '🚲', language: 'en', channels: ['web'] },
    greeting: {
      text: 'Hello! I am the helper of Velo & Co. Ask me something, or choose below.',
      byLanguage: {
        fr: 'Bonjour ! Je suis l’assistant de Velo & Co. Posez-moi une question ou choisissez ci-dessous.',
      },
    },
    fallback: structuredClone(defaultTexts('en').fallback) as { text: string },
    answers: [
      {
        key: 'order',
        title: 'Where is my order?',
        titles: { fr: 'Où est ma commande ?' },
        phrases: ['Track my parcel', 'My delivery has not arrived', 'Mon colis n’est pas arrivé'],
        steps: [
          {
            ...{ step: 'ask', text: 'Which e-mail address did you order with?', fields: ['email'] },
            byLanguage: { fr: 'Avec quelle adresse e-mail avez-vous commandé ?' },
          },
          {
            ...{ step: 'transfer', text: 'Thank you. Our orders team looks it up.', group: 'orders' },
            byLanguage: { fr: 'Merci. Notre équipe commandes cherche.' },
          },
        ],
      },
      {
        key: 'hours',
        title: 'Opening hours',
        titles: { fr: 'Horaires d’ouverture' },
        phrases: ['When are you open?', 'Are you open on Saturday?', 'Vous êtes ouverts le dimanche ?'],
        steps: [
          {
            ...{ step: 'message', text: 'Monday to Friday 9:00–12:30 and 13:30–18:00, Saturday 10:00–17:00.' },
            byLanguage: { fr: 'Du lundi au vendredi de 9 h à 12 h 30 et de 13 h 30 à 18 h, le samedi de 10 h à 17 h.' },
          },
        ],
      },
      {
        key: 'repair',
        title: 'Repairs',
        titles: { fr: 'Réparations' },
        phrases: ['My bike is broken', 'The battery does not charge', 'Mon vélo ne roule plus'],
        steps: [
          {
            ...{ step: 'quick_replies', text: 'Is it an e-bike?' },
            byLanguage: { fr: 'Est-ce un vélo électrique ?' },
            replies: [
              { label: 'Yes', byLanguage: { fr: 'Oui' }, answer: 'e-bike' },
              { label: 'No', byLanguage: { fr: 'Non' }, answer: 'workshop' },
            ],
          },
        ],
      },
      {
        key: 'e-bike',
        title: 'E-bike repair',
        offered: false,
        steps: [
          { step: 'message', text: 'Please take the battery out and bring its charger along.' },
          { step: 'transfer', text: 'The workshop is with you in a moment.', group: 'workshop' },
        ],
      },
      {
        key: 'workshop',
        title: 'Workshop',
        offered: false,
        steps: [{ step: 'transfer', text: 'The workshop is with you in a moment.', group: 'workshop' }],
      },
    ],
  });
}
