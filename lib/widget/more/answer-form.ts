import { newId } from '../new-id';
import type { Conversation } from '../protocol';
import type { Refusal } from '../server';
import type { FormState } from '../state';
import type { Store } from '../store';
import type { Surroundings } from '../surroundings';
import { type Details, errorsOf, problemsOf } from './details';

/** Checks the answers, sends them, and shows what is wrong with them. */
export function openForm({ server }: Surroundings, { get, apply, share }: Store) {
  const show = (busy: boolean, errors: FormState['errors'] = {}) => apply({ set: { form: { busy, errors } } });
  return async (values: Details): Promise<void> => {
    const problems = problemsOf(get().conversation?.form?.fields ?? [], values);
    if (problems) return show(false, problems);
    show(true);
    try {
      const body = { id: newId(), ...values };
      const { conversation } = await server.call<{ conversation: Conversation }>('/details', body);
      share({ conversation });
      show(false);
    } catch (error) {
      show(false, errorsOf((error as Refusal).problem?.errors));
    }
  };
}
