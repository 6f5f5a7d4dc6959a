/** The conversations of the demo's last hours, in the widget. */

/** Who wrote what to which group; `reply` by an agent, then perhaps more. */
const TALKS = [
  {
    who: 'Émile Garnier',
    language: 'fr',
    group: 'workshop',
    says: 'Hi, my e-bike shuts off on hills since yesterday. Is it the battery?',
    reply: 'Hello Émile, that sounds like the battery protection. Which model is it?',
    after: 'It is a 2025 Strand E 2.',
  },
  {
    who: 'Hannah Weiss',
    language: 'de',
    group: 'sales',
    says: 'Which lock fits the Vinter 3?',
    reply: 'The Fold 90 fits its frame.',
    after: 'Perfect, thank you',
    ends: true,
  },
  { who: 'Luca Ferri', language: 'it', group: 'workshop', says: 'Rear wheel is out of true after delivery' },
  { who: 'Sofia Marques', language: 'pt', group: 'sales', says: 'Do you ship cargo bikes to Portugal?' },
  {
    who: 'Yusuf Demir',
    language: 'tr',
    group: 'orders',
    says: 'Order HB-204417 says delivered, it is not. I want a refund',
  },
  { who: 'Ada Lindgren', language: 'sv', group: 'workshop', says: 'Can I change the pedals on my order?' },
  {
    who: 'Noor Haddad',
    language: 'en',
    group: 'orders',
    says: 'Please give me my money back for the lights',
    reply: 'Of course, I have started it.',
    ends: true,
  },
  {
    who: 'Tomás Oliveira',
    language: 'pt',
    group: 'workshop',
    says: 'The battery does not charge below zero, is that normal?',
  },
];

/** The events of each, the first conversation first. */
export function conversations(now: Date) {
  return TALKS.map((talk, index) =>
    conversation(talk, index, new Date(now.getTime() - (TALKS.length - index) * 11 * 60_000)),
  );
}

function conversation(talk: (typeof TALKS)[number], index: number, start: Date) {
  const id = `HB-${48_206 + index}`;
  const customer = { id: `visitor-${index + 1}`, name: talk.who, language: talk.language };
  const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString();
  const base = (step: string, minutes: number) => ({
    id: `demo-${id}-${step}`,
    occurredAt: at(minutes),
    channel: 'web',
    conversation: { id },
  });
  const spoken = (step: string, minutes: number, text: string, agent?: string) => ({
    ...base(step, minutes),
    ...{ type: 'message_sent', ...(agent ? { agent } : { customer }) },
    message: {
      id: `${id}-${step}`,
      text,
      sender: { type: agent ? 'agent' : 'customer', ...(agent ? {} : { name: talk.who }) },
    },
  });
  return [
    { ...base('asked', 0), type: 'conversation_requested', customer, conversation: { id, group: talk.group } },
    spoken('first', 0, talk.says),
    { ...base('queued', 0), type: 'conversation_queued', conversation: { id, group: talk.group } },
    ...(talk.reply
      ? [
          { ...base('taken', 2), type: 'conversation_assigned', agent: 'ada-admin' },
          spoken('answer', 3, talk.reply, 'ada-admin'),
        ]
      : []),
    ...(talk.after ? [spoken('then', 4, talk.after)] : []),
    ...(talk.ends ? [{ ...base('end', 6), type: 'conversation_ended' }] : []),
  ];
}
