'use client';

import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import {
  AcceptIcon,
  CheckIcon,
  ChevronLeftIcon,
  InfoIcon,
  OptionsIcon,
  TransferIcon,
  UndoIcon,
} from '@/components/ui/icons';
import { Menu } from '@/components/ui/menu';
import type { WorkspaceConversation, WorkspaceMe } from '@/lib/contracts/workspace';
import { knownName, useCustomerName } from './customer-name';
import type { HeaderAct } from './header-act';
import { onPlainClick } from './use-address';
import { useMoreItems } from './use-more-items';
import { useVerbReason } from './verb-reason';

export interface ConversationHeaderProps {
  conversation: WorkspaceConversation;
  me: WorkspaceMe;
  ending: boolean;
  accepting: boolean;
  /** The list, for the phone's way back. */
  listHref: string;
  onAct: (act: HeaderAct) => void;
}

/** Who it is, where it stands, and what one can do with it. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { conversation, me, ending, accepting, listHref, onAct } = props;
  const t = useTranslations('workspace.header');
  const name = useCustomerName()(conversation.customer);
  const { verbs, customer } = conversation;
  const waiting = verbs.accept.allowed && conversation.waiting !== null;
  return (
    <header className="flex h-(--size-header) shrink-0 items-center gap-2 border-b border-line px-5 max-phone:h-auto max-phone:min-h-(--size-header) max-phone:px-2 max-phone:py-1.5">
      <a
        href={listHref}
        aria-label={t('back')}
        onClick={onPlainClick(() => onAct('back'))}
        className="hidden size-11 shrink-0 place-items-center text-ink-2 max-phone:grid"
      >
        <ChevronLeftIcon />
      </a>
      <Avatar
        name={knownName(customer)}
        id={customer.id}
        size="md"
        presence={customer.page?.here ? 'online' : undefined}
        className="[--color-canvas:var(--color-surface)]"
      />
      <div className="min-w-0 flex-1">
        <h2 className="truncate leading-[18px] font-semibold" title={name}>
          {name}
        </h2>
        <Where conversation={conversation} />
      </div>
      {waiting ? (
        <Button
          variant="primary"
          icon={<AcceptIcon />}
          shortcut="A"
          busy={accepting}
          aria-keyshortcuts="A"
          className="max-phone:hidden"
          onClick={() => onAct('accept')}
        >
          {t('accept')}
        </Button>
      ) : null}
      <MainVerbs {...props} />
      <IconButton
        label={t('details')}
        variant="default"
        icon={<InfoIcon />}
        className="panel:hidden"
        onClick={() => onAct('details')}
      />
      <Menu
        items={useMoreItems(conversation, me, ending, onAct)}
        trigger={<IconButton label={t('more')} icon={<OptionsIcon />} />}
      />
    </header>
  );
}

function MainVerbs({ conversation, ending, onAct }: ConversationHeaderProps) {
  const t = useTranslations('workspace.header');
  const reasonOf = useVerbReason();
  const { transfer, end } = conversation.verbs;
  if (conversation.phase === 'ended') return null;
  return (
    <>
      <Button
        icon={<TransferIcon />}
        disabledReason={reasonOf(transfer)}
        aria-keyshortcuts="T"
        className="max-panel:hidden"
        onClick={() => onAct('transfer')}
      >
        {t('transfer')}
      </Button>
      {ending ? (
        <Button icon={<UndoIcon />} onClick={() => onAct('undoEnd')}>
          {t('undoEnd')}
        </Button>
      ) : (
        <>
          <Button
            icon={<CheckIcon />}
            disabledReason={reasonOf(end)}
            aria-keyshortcuts="E"
            className="max-phone:hidden"
            onClick={() => onAct('end')}
          >
            {t('end')}
          </Button>
          <IconButton
            label={t('end')}
            variant="default"
            icon={<CheckIcon />}
            disabledReason={reasonOf(end)}
            className="phone:hidden"
            onClick={() => onAct('end')}
          />
        </>
      )}
    </>
  );
}

function Where({ conversation }: { conversation: WorkspaceConversation }) {
  const t = useTranslations('workspace.header');
  const { channel, group, customer, phase, assignee } = conversation;
  const page = customer.page?.title || customer.page?.url;
  const parts = [
    channel.name,
    group?.name ?? t('noGroup'),
    phase === 'ended' ? t('ended') : assignee ? assignee.name : null,
    page && customer.page?.here ? t('onPage', { page }) : null,
  ].filter((part) => part !== null && part !== '');
  return (
    <p className="truncate text-xs text-ink-3" title={parts.join(' · ')}>
      {parts.join(' · ')}
    </p>
  );
}
