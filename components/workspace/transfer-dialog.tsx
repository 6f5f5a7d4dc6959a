'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { TeamIcon } from '@/components/ui/icons';
import { Notice } from '@/components/ui/notice';
import { type ComboOption, OptionList } from '@/components/ui/option-list';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { problemText } from '@/lib/client/problem-text';
import { useColleagues, useCounts, useGroups } from '@/lib/client/workspace';
import { useConversationVerb } from '@/lib/client/workspace-verbs';
import type { Colleagues, WorkspaceConversation } from '@/lib/contracts/workspace';

export interface TransferDialogProps {
  conversation: WorkspaceConversation;
  onClose: () => void;
}

/** To a group's queue or to one agent, with a note for whoever takes it. */
export function TransferDialog({ conversation, onClose }: TransferDialogProps) {
  const t = useTranslations('workspace.transfer');
  const ui = useTranslations('ui');
  const [target, setTarget] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const verb = useConversationVerb(conversation.id);
  const options = useTargets(conversation);
  const chosen = options.find(({ value }) => value === target);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async () => {
    if (!chosen || busy) return;
    setBusy(true);
    setError(null);
    try {
      if (note.trim() !== '') await verb.mutateAsync({ verb: 'note', text: note.trim() });
      setNote('');
      const [kind, key = ''] = splitTarget(chosen.value);
      await verb.mutateAsync(kind === 'group' ? { verb: 'transfer', group: key } : { verb: 'assign', agent: key });
      toast(t('done', { to: chosen.label }));
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabledReason={chosen ? null : t('choose')}
            onClick={() => void submit()}
            id="transfer"
          >
            {chosen ? t('verb', { to: chosen.label }) : t('verbOpen')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error ? <Notice tone="stop">{problemText(error, t('failed'))}</Notice> : null}
        <div className="overflow-hidden rounded-sm border border-line-2 [&_[cmdk-root]]:max-h-64">
          <OptionList
            options={options}
            selected={target ? [target] : []}
            searchLabel={t('search')}
            onChoose={(value) => {
              setTarget(value);
              requestAnimationFrame(() => document.getElementById('transfer')?.focus());
            }}
          />
        </div>
        <Field label={t('note')} hint={t('noteHint')}>
          <Textarea rows={2} value={note} maxLength={8_000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

function useTargets({ assignee, group, waiting }: WorkspaceConversation): ComboOption[] {
  const t = useTranslations('workspace.transfer');
  const shell = useTranslations('shell.status');
  const { data: colleagues } = useColleagues();
  const { data: groups } = useGroups();
  const { data: counts } = useCounts();
  const inQueueOf = waiting !== null && waiting.place > 0 ? group?.key : undefined;
  const groupOptions = (groups?.items ?? []).map(({ key, name }) => ({
    value: `group ${key}`,
    label: name,
    group: t('groups'),
    hint: t('waiting', { count: counts?.groups.find((each) => each.key === key)?.queue ?? 0 }),
    icon: <TeamIcon className="text-ink-3" />,
    disabledReason: key === inQueueOf ? t('waitsThere') : undefined,
  }));
  const agentOptions = [...(colleagues?.items ?? [])].sort(byReadiness).map((agent) => ({
    value: `agent ${agent.key}`,
    label: agent.name,
    group: t('agents'),
    hint: t('agentState', { status: shell(agent.status), load: agent.load, capacity: agent.capacity }),
    keywords: [agent.key],
    icon: <Avatar name={agent.name} id={agent.key} presence={agent.status} />,
    disabledReason: assignee?.key === agent.key ? t('hasIt') : undefined,
  }));
  return [...groupOptions, ...agentOptions];
}

const READINESS = { online: 0, away: 1, invisible: 2 } as const;

/** Who is there and has room comes first. */
function byReadiness(a: Colleagues['items'][number], b: Colleagues['items'][number]): number {
  return READINESS[a.status] - READINESS[b.status] || a.load - b.load || a.name.localeCompare(b.name);
}

function splitTarget(value: string): [kind: string, key: string] {
  const space = value.indexOf(' ');
  return [value.slice(0, space), value.slice(space + 1)];
}
