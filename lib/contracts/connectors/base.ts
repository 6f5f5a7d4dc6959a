import * as z from 'zod';
import { defineConnector, requestAddress } from './definition';

/** Base (BaseLinker): orders and their statuses. */
export const base = defineConnector({
  kind: 'base',
  icon: 'package',
  single: true,
  testable: true,
  settings: z.strictObject({ address: requestAddress.default('https://api.baselinker.com/connector.php') }),
  fields: [
    { name: 'token', control: 'secret', required: true },
    { name: 'address', control: 'text', example: 'https://api.baselinker.com/connector.php' },
  ],
});
