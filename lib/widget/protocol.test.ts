import { expectTypeOf, it } from 'vitest';
import type * as Contract from '@/lib/contracts/widget';
import type { Config, Conversation, Customer, Message, Session, Told } from './protocol';

/** A compile-time test: what the server promises is what the widget reads. */
it('reads what the contract says', () => {
  expectTypeOf<Contract.WidgetConfig>().toExtend<Config>();
  expectTypeOf<Contract.WidgetConversation>().toExtend<Conversation>();
  expectTypeOf<Contract.WidgetCustomer>().toExtend<Customer>();
  expectTypeOf<Contract.WidgetMessage>().toExtend<Message>();
  expectTypeOf<Contract.WidgetSession>().toExtend<Session>();
  expectTypeOf<Contract.WidgetEvent>().toExtend<Told>();
});
