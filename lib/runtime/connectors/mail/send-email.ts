import * as z from 'zod';
import { textOf } from '../../performers/read-parameters';
import type { Effect } from '../connector';
import { sendMail } from './send-mail';

const planned = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** The action of workflows: a mail to another address, written with the ticket's variables for the team. */
export const sendEmail: Effect = {
  plan({ step: { params }, write }) {
    const subject = write(textOf(params.subject), 'team');
    const body = write(textOf(params.text), 'team');
    if (body.text.trim() === '') return { state: 'skipped', reason: 'empty_text' };
    const missing = [...new Set([...subject.missing, ...body.missing])];
    const plan = { to: textOf(params.to), subject: subject.text.replace(/\s+/gu, ' ').trim(), text: body.text };
    return { state: 'sending', plan: { ...plan, ...(missing.length > 0 && { missing }) } };
  },
  async send(connection, plan, attempt) {
    const { to, subject, text } = planned.parse(plan);
    const letter = { to, subject, text, inReplyTo: null, references: [], attachments: [], messageSeq: null };
    const receipt = await sendMail(connection, { ...letter, automatic: 'auto-generated' }, attempt);
    return { ...receipt, subject, ...(Array.isArray(plan.missing) && { missing: plan.missing }) };
  },
};
