import * as z from 'zod';
import { BOT_LIMITS, type BotStep, endsAnswer } from '@/lib/engine/bots/bot';
import { flag, pageOf, pageQuery } from './list';
import { languageTag, responseDetail } from './responses';
import { instant, key, keyOrId, name, oneLine, uuid, version } from './value';

const byLanguage = (maximum: number) =>
  z
    .record(languageTag, z.string().trim().min(1).max(maximum))
    .refine((variants) => Object.keys(variants).length <= 30, { params: { code: 'too_many', maximum: 30 } })
    .optional();

const text = z.string().trim().max(BOT_LIMITS.textLength);
/** `text` is in the bot's language and serves whoever has no variant. */
const said = { text: text.min(1), byLanguage: byLanguage(BOT_LIMITS.textLength) };
/** Empty: nothing is said. */
const perhapsSaid = { text: text.default(''), byLanguage: byLanguage(BOT_LIMITS.textLength) };

const label = { text: oneLine(BOT_LIMITS.labelLength), byLanguage: byLanguage(BOT_LIMITS.labelLength) };

const quickReply = z.strictObject({
  label: oneLine(BOT_LIMITS.labelLength),
  byLanguage: byLanguage(BOT_LIMITS.labelLength),
  /** Key of the answer that follows. */
  answer: key,
});

const step = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('message'), ...said }),
  z.strictObject({
    step: z.literal('quick_replies'),
    ...said,
    replies: z.array(quickReply).min(1).max(BOT_LIMITS.quickReplies),
  }),
  z.strictObject({ step: z.literal('ask'), ...said, fields: z.array(responseDetail).min(1).max(2) }),
  z.strictObject({ step: z.literal('transfer'), ...perhapsSaid, group: keyOrId.nullable().default(null) }),
]);

const answer = z.strictObject({
  /** Made from the title when absent. Never changed later. */
  key: key.optional(),
  title: oneLine(BOT_LIMITS.labelLength),
  /** The title in other languages, as choices show it. */
  titles: byLanguage(BOT_LIMITS.labelLength),
  phrases: z.array(oneLine(BOT_LIMITS.phraseLength)).max(BOT_LIMITS.phrases).default([]),
  /** Among the choices of greeting and fallback. */
  offered: z.boolean().default(true),
  steps: z
    .array(step)
    .min(1)
    .max(BOT_LIMITS.steps)
    .superRefine((steps: readonly BotStep[], context) => {
      for (const [index, each] of steps.entries()) {
        if (endsAnswer(each) && index < steps.length - 1)
          context.addIssue({ code: 'custom', path: [index], params: { code: 'step_must_be_last', step: each.step } });
      }
    }),
});

const answers = z
  .array(answer)
  .max(BOT_LIMITS.answers)
  .superRefine((list, context) => {
    const keys = list.flatMap((each) => each.key ?? []);
    const titles = list.map(({ title }) => title.toLowerCase());
    for (const [index, each] of list.entries()) {
      const refuse = (path: PropertyKey[], code: string, params: object = {}) =>
        context.addIssue({ code: 'custom', path: [index, ...path], params: { code, ...params } });
      if (each.key !== undefined && keys.indexOf(each.key) !== keys.lastIndexOf(each.key)) refuse(['key'], 'key_taken');
      if (titles.indexOf(each.title.toLowerCase()) !== index) refuse(['title'], 'name_taken');
      for (const [at, { step: kind, ...rest }] of each.steps.entries()) {
        if (kind !== 'quick_replies' || !('replies' in rest)) continue;
        for (const [place, reply] of rest.replies.entries())
          if (!keys.includes(reply.answer))
            refuse(['steps', at, 'replies', place, 'answer'], 'unknown_answer', { key: reply.answer });
      }
    }
    const bytes = new TextEncoder().encode(JSON.stringify(list)).length;
    if (bytes > BOT_LIMITS.bytes)
      context.addIssue({ code: 'custom', params: { code: 'answers_too_large', maximum: BOT_LIMITS.bytes } });
  });

/** The choice that calls humans. */
const human = z.strictObject({
  offered: z.boolean(),
  label: z.strictObject(label),
  /** Said at the hand-over. */
  message: z.strictObject(perhapsSaid),
  /** The channel's default group when null. */
  group: keyOrId.nullable().default(null),
});

export const botInput = z.strictObject({
  name,
  key: key.optional(),
  /** Address of a picture, or an emoji. */
  avatar: z.string().trim().max(500).nullable().optional(),
  language: languageTag.optional(),
  greeting: z.strictObject(said),
  fallback: z.strictObject(said),
  human: human.optional(),
  answers: answers.optional(),
  /** Channels it is published to. Which bot answers first there is chosen in the channel's responses. */
  channels: z.array(keyOrId).max(200).optional(),
  /** Of these, those that it answers first on from the start, unless another bot does there. */
  answersFirst: z.array(keyOrId).max(200).optional(),
  active: z.boolean().optional(),
});

/** What is absent stays as it is; lists are replaced as a whole. */
export const botChange = botInput
  .omit({ key: true, answersFirst: true })
  .partial()
  .extend({ version: version.optional() });

const use = z.object({
  ...{ kind: z.string(), id: z.string(), name: z.string() },
  /** Key of the answer that it runs, of proactive messages. */
  answer: z.string().optional(),
});

/** Answers loosely: what was stored by older versions is shown as it is. */
export const bot = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  avatar: z.string().nullable(),
  language: z.string(),
  greeting: z.strictObject(perhapsSaid),
  fallback: z.strictObject(perhapsSaid),
  human,
  answers: z.array(answer.required({ key: true })),
  channels: z.array(z.object({ key: z.string(), name: z.string(), inUse: z.boolean() })),
  active: z.boolean(),
  /** Channels that it answers first on, and rules that name it. */
  uses: z.array(use),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});

export const botPage = pageOf(bot);
export const botQuery = pageQuery(['name', 'changed']).extend({ active: flag.optional() });

/** What the bot would do with a text. */
export const botTestInput = z.strictObject({ text: z.string().min(1).max(8_000), language: languageTag.optional() });

export const botTestResult = z.object({
  /** Key of the answer that is given; null: the fallback. */
  answer: z.string().nullable(),
  threshold: z.number(),
  /** Best first; from the threshold on an answer is given. */
  matches: z.array(z.object({ answer: z.string(), title: z.string(), phrase: z.string(), score: z.number() })),
  replies: z.array(
    z.object({ text: z.string(), quickReplies: z.array(z.object({ id: z.string(), label: z.string() })).optional() }),
  ),
  /** The form that would open. */
  asks: z.array(responseDetail),
  /** Humans would be called, of this group; null: of the channel's default group. */
  handOver: z.object({ group: z.string().nullable() }).nullable(),
});

export type BotInput = z.input<typeof botInput>;
export type BotChange = z.input<typeof botChange>;
export type Bot = z.output<typeof bot>;
export type BotQuery = z.output<typeof botQuery>;
export type BotTestInput = z.input<typeof botTestInput>;
export type BotTestResult = z.output<typeof botTestResult>;
