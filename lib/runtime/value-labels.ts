import type { ValueLabels } from '@/lib/engine/placeholder-text';

/** How values that are no text are written in messages to customers, in the account's language. */
const labels: Readonly<Record<'en' | 'fr', ValueLabels>> = {
  en: {
    boolean: { true: 'True', false: 'False' },
    status: { online: 'Online', away: 'Away', invisible: 'Invisible' },
    sender_type: { agent: 'Agent', customer: 'Customer' },
  },
  fr: {
    boolean: { true: 'Vrai', false: 'Faux' },
    status: { online: 'En ligne', away: 'Absent', invisible: 'Invisible' },
    sender_type: { agent: 'Agent', customer: 'Client' },
  },
};

export function valueLabels(language: 'en' | 'fr'): ValueLabels {
  return labels[language];
}
