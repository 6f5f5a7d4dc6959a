/** Conditions of workflows that wait for something to happen; which occasions they share decides what can be combined. */
import { defineField, type Occasion } from '../definition';
import { ofTicket } from './workflow-ticket';

const SECTION = 'happening';

/** The occasions on which the field has a value, each with the values that it can have together then. */
type Possibilities = readonly (readonly [Occasion, readonly string[]])[];

/** The occasions on which one of the named values (negated: none of them) can be there. */
const among =
  (possibilities: Possibilities) =>
  (named: readonly string[], negated: boolean): Occasion[] => {
    const possible = possibilities.filter(([, together]) =>
      named.length === 0 ? true : together.some((value) => named.includes(value)) !== negated,
    );
    return [...new Set(possible.map(([occasion]) => occasion))];
  };

const always =
  (...occasions: Occasion[]) =>
  () =>
    occasions;

export const workflowEventFields = [
  defineField({
    id: 'new_ticket',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'choice', several: true, occurs: true, optional: true, options: ['employee', 'incoming_message'] },
    occasions: among([
      ['ticket_with_message', ['incoming_message']],
      ['ticket_by_customer', ['incoming_message']],
      ['ticket_by_return', ['incoming_message']],
      ['ticket_by_employee', ['employee']],
    ]),
    read: ofTicket(({ happened: { newTicket } }) => (newTicket === 'customer' ? 'incoming_message' : newTicket)),
  }),
  defineField({
    id: 'new_message',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'occurrence', occurs: true },
    occasions: always('ticket_with_message', 'message'),
    read: ofTicket(({ happened }) => (happened.message === null ? null : true)),
  }),
  defineField({
    id: 'message_contains',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'phrases', several: true, occurs: true },
    occasions: always('ticket_with_message', 'message'),
    read: ofTicket(({ happened }) => happened.message),
  }),
  defineField({
    id: 'action',
    families: ['workflow'],
    section: SECTION,
    type: {
      kind: 'choice',
      several: true,
      occurs: true,
      options: ['first_message', 'every_message', 'return_created'],
    },
    occasions: among([
      ['ticket_with_message', ['first_message', 'every_message']],
      // A ticket may begin without a message of the customer: then a later one is the first.
      ['message', ['first_message', 'every_message']],
      ['message', ['every_message']],
      ['return', ['return_created']],
      ['ticket_by_return', ['return_created']],
    ]),
    read: ofTicket(({ happened: { message, firstMessage, returnCreated } }) => {
      const done = [
        ...(firstMessage ? ['first_message'] : []),
        ...(message === null ? [] : ['every_message']),
        ...(returnCreated ? ['return_created'] : []),
      ];
      return done.length === 0 ? null : done;
    }),
  }),
  defineField({
    id: 'tag_added',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'added', several: true, occurs: true },
    occasions: always('tag'),
    read: ofTicket(({ happened }) => (happened.tagsAdded.length === 0 ? null : happened.tagsAdded)),
  }),
  defineField({
    id: 'status_set',
    families: ['workflow'],
    section: SECTION,
    type: { kind: 'reference', to: 'status', several: true, occurs: true },
    occasions: always('status'),
    read: ofTicket(({ happened }) => happened.statusSet),
  }),
];
