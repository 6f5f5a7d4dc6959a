import type { RuleKind } from '@/components/rule-editor/rule-form';
import { createTrigger, readAuthor, readTrigger, type TriggerBody, updateTrigger } from '@/lib/client/trigger-editing';
import { refreshTriggers } from '@/lib/client/triggers';
import { triggerInput } from '@/lib/contracts/trigger';

/** A trigger as the editor edits it. */
export const triggerKind: RuleKind<TriggerBody> = {
  family: 'trigger',
  input: triggerInput,
  defaults: { description: '', active: false, oncePerTicket: false, channels: [] },
};

export const triggerVerbs = {
  ...{ create: createTrigger, update: updateTrigger },
  ...{ read: readTrigger, readAuthor, refresh: refreshTriggers },
};
