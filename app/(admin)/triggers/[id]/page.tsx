import type { Metadata } from 'next';
import { TriggerEditor } from '@/components/triggers/trigger-editor';
import { loadEditor } from '../load-editor';
import { TriggerMessages } from '../trigger-messages';
import { loadTrigger, type TriggerPageProps } from './load-trigger';

export async function generateMetadata({ params }: TriggerPageProps): Promise<Metadata> {
  const { trigger } = await loadTrigger((await params).id);
  return { title: trigger.name };
}

export default async function TriggerPage({ params }: TriggerPageProps) {
  const { context, trigger, fired } = await loadTrigger((await params).id);
  const { props } = await loadEditor(context);
  const { id, version, broken, name, description, active, oncePerTicket, channels, on, when, do: actions } = trigger;
  return (
    <TriggerMessages>
      <TriggerEditor
        key={id}
        initial={{ name, description, active, oncePerTicket, channels, on, when, do: actions }}
        identity={{ id, version, fired, broken }}
        {...props}
      />
    </TriggerMessages>
  );
}
