/**
 * The definitions that proactive messages use, in the place of `lib/engine/registry`: the engine is built into the page
 * with these alone, so that neither schemas nor regular expressions come along.
 */
import { proactiveEvents } from '@/lib/engine/events/proactive';
import { scheduleField } from '@/lib/engine/fields/date-and-time';
import { visitFields } from '@/lib/engine/fields/visit';
import { equalityOperators } from '@/lib/engine/operators/equality';
import { numberOperators } from '@/lib/engine/operators/numbers';
import { pageTextOperators } from '@/lib/engine/operators/page-text';

const fields = [...visitFields, scheduleField];
const operators = [...equalityOperators, ...numberOperators, ...pageTextOperators];

export const fieldsFor = () => fields;
export const fieldOf = (id: string) => fields.find((field) => field.id === id);
export const operatorOf = (id: string) => operators.find((operator) => operator.id === id);
export const eventOf = (id: string) => proactiveEvents.find((event) => event.id === id);
