'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MultiSelect } from '@/components/ui/multi-select';
import { Notice } from '@/components/ui/notice';
import { Problem } from '@/lib/client/fetcher';
import { useAllAgents, useChangeOrganisation } from '@/lib/client/organisation';
import type { Agent } from '@/lib/contracts/agent';
import type { Group } from '@/lib/contracts/group';

const NONE = '-';

/** Creates a group, or renames one and changes where it overflows to. */
export function GroupDialog(props: {
  group?: Group;
  groups: readonly Pick<Group, 'key' | 'name'>[];
  onClose: () => void;
  onDone: (group: Group) => void;
}) {
  const { group, groups, onClose, onDone } = props;
  const t = useTranslations('team.groups');
  const team = useTranslations('team');
  const ui = useTranslations('ui');
  const save = useChangeOrganisation<Group>('groups');
  const [name, setName] = useState(group?.name ?? '');
  const [target, setTarget] = useState(group?.overflow?.group ?? NONE);
  const [members, setMembers] = useState<readonly string[]>(group?.agents ?? []);
  const agents = useAllAgents();
  const [minutes, setMinutes] = useState(String(group?.overflow?.minutes ?? 10));
  const problem = save.error instanceof Problem ? save.error : null;
  const at = (field: string) => problem?.issues.find(({ path }) => path.startsWith(field))?.message;
  const told = at('name') ?? at('overflow') ?? at('agents');
  const others = groups.filter((each) => each.key !== group?.key);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={group ? t('editTitle', { name: group.name }) : t('new')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="group" busy={save.isPending}>
            {group ? t('save') : t('create')}
          </Button>
        </>
      }
    >
      <form
        id="group"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const overflow = target === NONE ? null : { group: target, minutes: Number(minutes) };
          save.mutate(
            {
              path: group ? `/${group.id}` : '',
              method: group ? 'PUT' : 'POST',
              body: { name, overflow, agents: members },
            },
            { onSuccess: onDone },
          );
        }}
      >
        {save.error && !told ? <Notice tone="stop">{problem?.detail || team('failed')}</Notice> : null}
        <Field label={t('name')} error={at('name')} required>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('agents')} hint={t('agentsHint')} error={at('agents')}>
          <MultiSelect
            value={members}
            placeholder={t('noAgents')}
            options={(agents.data ?? []).map(optionOf)}
            onChange={setMembers}
          />
        </Field>
        <Field label={t('overflow')} error={at('overflow.group')}>
          <Combobox
            value={target}
            options={[
              { value: NONE, label: t('noOverflow') },
              ...others.map((each) => ({ value: each.key, label: each.name })),
            ]}
            onChange={setTarget}
          />
        </Field>
        {target === NONE ? null : (
          <Field label={t('minutes')} hint={t('minutesHint')} error={at('overflow.minutes')}>
            <Input inputMode="numeric" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

function optionOf({ key, name, email }: Agent) {
  return { value: key, label: name, hint: email ?? undefined };
}
