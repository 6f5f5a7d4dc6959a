import * as z from 'zod';
import { defineConnector, requestAddress } from './definition';

/** A language model behind any endpoint that speaks the protocol of OpenAI. */
export const ai = defineConnector({
  kind: 'ai',
  icon: 'sparkles',
  single: true,
  testable: true,
  settings: z.strictObject({
    address: requestAddress,
    model: z.string().trim().min(1).max(200),
    language: z.enum(['customer', 'en', 'fr']).default('customer'),
    tokensPerMessage: z.int().min(50).max(4_000).default(600),
    tokensPerDay: z.int().min(1_000).max(1_000_000_000).default(500_000),
    timeoutSeconds: z.int().min(5).max(300).default(60),
    analyse: z.boolean().default(false),
  }),
  fields: [
    { name: 'address', control: 'text', required: true, example: 'https://api.openai.com/v1' },
    { name: 'key', control: 'secret' },
    { name: 'model', control: 'text', required: true, example: 'gpt-4o-mini' },
    { name: 'language', control: 'choice', options: ['customer', 'en', 'fr'] },
    { name: 'analyse', control: 'boolean' },
    { name: 'tokensPerMessage', section: 'limits', control: 'number', min: 50, max: 4_000 },
    { name: 'tokensPerDay', section: 'limits', control: 'number', min: 1_000, max: 1_000_000_000 },
    { name: 'timeoutSeconds', section: 'limits', control: 'number', min: 5, max: 300 },
  ],
});
