import type { Performer } from './performer';

export const setTriggered: Performer = ({ step: { params }, customer, setCustomer }) => {
  const triggered = params.value === true;
  if (customer.triggered !== triggered) setCustomer({ ...customer, triggered });
  return { state: 'done' };
};
