import type { Metadata } from 'next';
import { TriggerEditor } from '@/components/triggers/trigger-editor';
import { loadEditor } from '../load-editor';
import { readSeen } from '../read-seen';
import { TriggerMessages } from '../trigger-messages';
import { loadTrigger, type TriggerPageProps } from './load-trigger';

export async function generateMetadata({ params }: TriggerPageProps): Promise<Metadata> {
  const { trigger } = await loadTrigger((await params).id);
  return { title: trigger.name };
}

interface EditPageProps extends TriggerPageProps {
  searchParams: Promise<{ event?: string | string[] }>;
}

/** With `?event=` the rule is tried on what that event saw. */
export default async function TriggerPage({ params, searchParams }: EditPageProps) {
  const { context, trigger, fired } = await loadTrigger((await params).id);
  const { event } = await searchParams;
  const [{ props }, tryOn] = await Promise.all([loadEditor(context), readSeen(context, event)]);
  const { id, version, broken, name, description, active, oncePerTicket, channels, on, when, do: actions } = trigger;
  return (
    <TriggerMessages>
      <TriggerEditor
        key={`${id} ${tryOn?.id ?? ''}`}
        initial={{ name, description, active, oncePerTicket, channels, on, when, do: actions }}
        identity={{ id, version, fired, broken }}
        tryOn={tryOn}
        {...props}
      />
    </TriggerMessages>
  );
}
