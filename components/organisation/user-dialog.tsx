'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MultiSelect } from '@/components/ui/multi-select';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Problem } from '@/lib/client/fetcher';
import { useChangeOrganisation } from '@/lib/client/organisation';
import type { Group } from '@/lib/contracts/group';
import type { Invitation, User } from '@/lib/contracts/team';
import { ROLES } from './list-query';

export interface UserDialogProps {
  /** Absent: invites somebody new. */
  user?: User;
  groups: readonly Group[];
  schedules: readonly { key: string; name: string }[];
  onClose: () => void;
  /** With the invitation when somebody new was invited. */
  onDone: (answer: User | Invitation) => void;
}

/** No key of a schedule: keys begin with a letter or a digit. */
const NO_HOURS = '-';

export function UserDialog({ user, groups, schedules, onClose, onDone }: UserDialogProps) {
  const t = useTranslations('team.users');
  const team = useTranslations('team');
  const ui = useTranslations('ui');
  const save = useChangeOrganisation<User | Invitation>('team');
  const [name, setName] = useState(user?.name ?? '');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>(user?.role ?? 'agent');
  const [chosen, setChosen] = useState<readonly string[]>(user?.groups ?? []);
  const [schedule, setSchedule] = useState(user?.schedule ?? NO_HOURS);
  const [maySuspend, setMaySuspend] = useState(user?.maySuspend ?? false);
  // Users from elsewhere may answer nobody; who is invited gets an agent.
  const hasAgent = !user || user.agent !== null;
  const problem = save.error instanceof Problem ? save.error : null;
  const at = (field: string) => problem?.issues.find(({ path }) => path.startsWith(field))?.message;
  const told = at('name') ?? at('email');
  const submit = () => {
    const rest = { role, maySuspend, ...(hasAgent && { groups: chosen }) };
    const hours = hasAgent && { schedule: schedule === NO_HOURS ? null : schedule };
    const body = user ? { ...rest, ...hours } : { name, email, ...rest };
    save.mutate({ path: user ? `/${user.id}` : '', method: user ? 'PUT' : 'POST', body }, { onSuccess: onDone });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={user ? t('editTitle', { name: user.name }) : t('invite')}
      size="form"
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" type="submit" form="user" busy={save.isPending}>
            {user ? t('save') : t('invite')}
          </Button>
        </>
      }
    >
      <form
        id="user"
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {save.error && !told ? <Notice tone="stop">{problem?.detail || team('failed')}</Notice> : null}
        {user ? null : (
          <>
            <Field label={t('name')} error={at('name')} required>
              <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
            <Field label={t('email')} error={at('email')} required>
              <Input inputMode="email" value={email} onChange={(event) => setEmail(event.target.value)} />
            </Field>
          </>
        )}
        <Field label={t('role')}>
          <Select
            value={role}
            options={ROLES.map((each) => ({ value: each, label: t(`roles.${each}`) }))}
            onChange={(next) => setRole(ROLES.find((each) => each === next) ?? 'agent')}
          />
        </Field>
        {hasAgent ? (
          <Field label={t('groups')}>
            <MultiSelect
              value={chosen}
              placeholder={t('noGroups')}
              options={groups.map((group) => ({ value: group.key, label: group.name }))}
              onChange={setChosen}
            />
          </Field>
        ) : null}
        {user && hasAgent ? (
          <Field label={t('hours')} hint={t('hoursHint')} error={at('schedule')}>
            <Combobox
              value={schedule}
              options={[
                { value: NO_HOURS, label: t('noHours') },
                ...schedules.map(({ key, name: title }) => ({ value: key, label: title })),
              ]}
              onChange={setSchedule}
            />
          </Field>
        ) : null}
        <Checkbox
          label={t('maySuspend')}
          hint={role === 'agent' ? t('maySuspendHint') : t('maySuspendAnyway')}
          checked={role !== 'agent' || maySuspend}
          disabled={role !== 'agent'}
          onChange={setMaySuspend}
        />
      </form>
    </Dialog>
  );
}
