import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '@/db/audit/audit';
import { type WorkflowRecipe, workflowFromRecipe, workflowRecipes } from '@/lib/engine/recipes/workflows';
import { actionOf } from '@/lib/engine/registry';
import { createWorkflow } from '@/lib/services/workflows/verbs';
import { actorOf } from '@/lib/testing/actors';
import { type TestDatabase, testDatabase } from '@/lib/testing/test-database';
import { answers, creates, type Desk, makeDesk, says, updates } from '../testing/workflow-desk';
import { runDueMoments } from './due-moments';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => {
  expect(await audit(test.database)).toEqual([]);
  await test.close();
});

const keys = { agent: 'lea', email: 'lead@example.org', baseStatus: '4711' };
const DAY = 86_400_000;
const FRIDAY = '2026-11-20T10:00:00.000Z';
const SATURDAY = '2026-11-21T10:00:00.000Z';
const EVENING = '2026-11-20T21:30:00.000Z';

function recipeOf(id: string): WorkflowRecipe {
  const recipe = workflowRecipes.find((each) => each.id === id);
  if (!recipe) throw new Error(`No template ${id}`);
  return recipe;
}

async function later(desk: Desk, milliseconds: number): Promise<void> {
  desk.clock.advance(milliseconds);
  while ((await runDueMoments(test.database, desk.clock)) > 0);
}

interface Case {
  readonly now?: string;
  readonly happens: (desk: Desk) => Promise<unknown>;
  /** What is so on the ticket afterwards; empty: nothing was done. */
  readonly leaves: Record<string, unknown>;
  /** What the customer reads last. */
  readonly reads?: string;
}

const matching: Record<string, Case> = {
  out_of_hours_answer: {
    now: EVENING,
    happens: ({ send }) => send(says('Hello')),
    leaves: {},
    reads: 'Hello Zoë van Dam, thank you for your message. We are back at 8',
  },
  weekend_answer: {
    now: SATURDAY,
    happens: ({ send }) => send(says('Hello')),
    leaves: {},
    reads: 'Nobody is here at the weekend',
  },
  first_message_thanks: {
    happens: ({ send }) => send(says('Hello')),
    leaves: {},
    reads: 'Thank you for writing, Zoë van Dam. We have your message as ticket',
  },
  invoice_answer: {
    happens: ({ send }) => send(says('Where is my INVOICE?')),
    leaves: { tags: ['invoice'] },
    reads: 'You find all your invoices',
  },
  spam_phrases: {
    happens: ({ send }) => send(says('Affordable SEO services for you')),
    leaves: { status: 'spam', class: 'closed', tags: ['spam'] },
  },
  negative_sentiment: {
    happens: async ({ send }) => {
      await send(says('This is a disgrace'));
      await send(updates({ sentiment: 'negative' }));
    },
    leaves: { tags: ['upset'], assignee_key: 'lea' },
  },
  returns: {
    happens: ({ send }) => send({ type: 'return_created', order: 'A-1' }),
    leaves: { status: 'pending', tags: ['return'], assignee_key: 'lea', orders: ['A-1'] },
  },
  vip_domain: {
    happens: ({ send }) => send(says('Hello', { customer: { id: 'u-1', email: 'boss@Example.com' } })),
    leaves: { tags: ['vip'], assignee_key: 'lea' },
  },
  all_but_discussions: { happens: ({ send }) => send(says('Hello')), leaves: { assignee_key: 'lea' } },
  urgent_words: {
    happens: ({ send }) => send(creates({ status: 'pending' }), says('It is urgent!')),
    leaves: { status: 'open', tags: ['urgent'] },
  },
  reminder_after_a_day: {
    happens: async (desk) => {
      await desk.send(says('Hello'));
      await later(desk, DAY);
    },
    leaves: { tags: ['late'] },
    reads: 'We have not forgotten you: ticket',
  },
  close_after_silence: {
    happens: async (desk) => {
      await desk.send(says('Hello'), answers('Hi'));
      await later(desk, 7 * DAY);
    },
    leaves: { status: 'closed', class: 'closed', tags: ['no-answer'] },
  },
};

const other: Record<string, Case> = {
  out_of_hours_answer: { happens: ({ send }) => send(says('Hello')), leaves: {} },
  weekend_answer: { happens: ({ send }) => send(says('Hello')), leaves: {} },
  first_message_thanks: { happens: ({ send }) => send(creates({ createdBy: 'employee' })), leaves: {} },
  invoice_answer: { happens: ({ send }) => send(says('Where is my bike?')), leaves: { tags: [] } },
  spam_phrases: { happens: ({ send }) => send(says('A guest, a post')), leaves: { status: 'new' } },
  negative_sentiment: { happens: ({ send }) => send(says('Fine')), leaves: { tags: [], assignee_key: null } },
  returns: { happens: ({ send }) => send(says('A return')), leaves: { status: 'new', tags: [] } },
  vip_domain: { happens: ({ send }) => send(says('Hello')), leaves: { tags: [] } },
  all_but_discussions: {
    happens: ({ send }) => send(creates({ source: 'allegro_discussions' })),
    leaves: { assignee_key: null },
  },
  urgent_words: { happens: ({ send }) => send(says('No hurry')), leaves: { tags: [] } },
  reminder_after_a_day: {
    happens: async (desk) => {
      await desk.send(says('Hello'), answers('Hi'));
      await later(desk, 2 * DAY);
    },
    leaves: { tags: [] },
  },
  close_after_silence: {
    happens: async (desk) => {
      await desk.send(says('Hello'));
      await later(desk, 8 * DAY);
    },
    leaves: { class: 'open' },
  },
};

async function deskWith(id: string, now = FRIDAY): Promise<Desk> {
  const desk = await makeDesk(test.database, now);
  const { name, when, do: actions } = workflowFromRecipe(recipeOf(id), 'en', keys);
  await desk.add({ name, when: 'all' in when ? (when.all as never) : [], do: actions });
  return desk;
}

describe('a template on a ticket', () => {
  it.each(Object.entries(matching))('%s works as it is', async (id, { now, happens, leaves, reads }) => {
    const desk = await deskWith(id, now);
    await happens(desk);
    expect(await desk.ticket()).toMatchObject(leaves);
    const firings = await desk.firings();
    expect(firings.map(({ rule, state }) => [rule, state])).toEqual([[recipeOf(id).name.en, 'done']]);
    if (reads !== undefined) expect((await desk.thread()).at(-1)).toContain(reads);
  });

  it.each(Object.entries(other))('%s leaves others alone', async (id, { now, happens, leaves }) => {
    const desk = await deskWith(id, now);
    await happens(desk);
    expect(await desk.ticket()).toMatchObject(leaves);
    expect(await desk.firings()).toEqual([]);
  });

  it('is tried for every template that acts here', () => {
    const own = workflowRecipes.filter((recipe) =>
      recipe.do('en', keys).every(({ action }) => actionOf('workflow', action)?.effect === 'own'),
    );
    expect(Object.keys(matching).sort()).toEqual(own.map(({ id }) => id).sort());
    expect(Object.keys(other).sort()).toEqual(Object.keys(matching).sort());
  });

  it.each(workflowRecipes.map(({ id }) => id))('%s is added as it is', async (id) => {
    const { account } = await makeDesk(test.database);
    const lead = { db: test.database, actor: actorOf(account, 'lead') };
    const input = workflowFromRecipe(recipeOf(id), 'fr', keys);
    const { active, waitsFor, warnings = [] } = await createWorkflow(lead, input);
    expect({ active, waiting: waitsFor.length > 0 }).toEqual({ active: input.active, waiting: !input.active });
    expect(warnings).toEqual([]);
  });
});
