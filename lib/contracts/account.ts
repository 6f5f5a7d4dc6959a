import * as z from 'zod';
import { language, name, timeZone, uuid } from './value';

const days = z.int().min(1).max(3_650);

export const accountSettings = z.strictObject({
  /** After a conversation ends: `release` gives control back to bots and rules, `keep` leaves it with the humans. */
  conversationControl: z.enum(['release', 'keep']),
  /** Conversations that a new agent takes at once. */
  capacity: z.int().min(1).max(100),
  /** Whether waiting conversations are given to free agents by themselves. */
  automaticAcceptance: z.boolean(),
  /** Minutes without activity until a conversation is inactive. */
  inactiveAfterMinutes: z.int().min(1).max(1_440),
  /** Automated messages that one customer gets per minute. */
  automatedMessagesPerMinute: z.int().min(1).max(100),
  retention: z.strictObject({ eventDays: days, firingDays: days, changeDays: days }),
});

export const accountSettingDefaults: AccountSettings = {
  conversationControl: 'release',
  capacity: 5,
  automaticAcceptance: false,
  inactiveAfterMinutes: 10,
  automatedMessagesPerMinute: 10,
  retention: { eventDays: 90, firingDays: 90, changeDays: 730 },
};

export const account = z.object({
  id: uuid,
  key: z.string(),
  name: z.string(),
  language,
  timeZone: z.string(),
  settings: accountSettings,
});

/** What is absent stays as it is. */
export const accountChange = z.strictObject({
  name: name.optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
  settings: accountSettings.partial().optional(),
});

export type AccountSettings = z.output<typeof accountSettings>;
export type Account = z.output<typeof account>;
export type AccountChange = z.input<typeof accountChange>;
