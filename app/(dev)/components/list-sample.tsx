'use client';

import { useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { BulkBar } from '@/components/ui/bulk-bar';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { FilterBar } from '@/components/ui/filter-bar';
import { IconButton } from '@/components/ui/icon-button';
import {
  CopyIcon,
  DeleteIcon,
  EditIcon,
  MessageIcon,
  OptionsIcon,
  PauseIcon,
  SortIcon,
  TriggerIcon,
} from '@/components/ui/icons';
import { ListFoot } from '@/components/ui/list-foot';
import { Cell, HeadCell, ListTable, Row, RowName } from '@/components/ui/list-table';
import { Menu } from '@/components/ui/menu';
import { SearchInput } from '@/components/ui/search-input';
import { Segmented } from '@/components/ui/segmented';
import { Sparkline } from '@/components/ui/sparkline';
import { StatusDot } from '@/components/ui/status-dot';
import { useSelection } from '@/components/ui/use-selection';

const WORDS = { active: 'Active', inactive: 'Inactive', broken: 'Broken' } as const;
const ROWS: { id: string; name: string; detail: string; tone: keyof typeof WORDS; fired: number[] }[] = [
  {
    id: 'a',
    name: 'Ask for e-mail when the workshop is busy',
    detail: 'Five minutes in the queue without a reply',
    tone: 'active',
    fired: [4, 3, 5, 6, 4, 9, 8],
  },
  {
    id: 'b',
    name: 'First Reply',
    detail: 'Thanks the customer while an agent picks up',
    tone: 'active',
    fired: [7, 6, 7, 7, 8, 8, 7],
  },
  {
    id: 'c',
    name: 'Queue longer than ten',
    detail: 'Deactivated: group “Repairs” no longer exists',
    tone: 'broken',
    fired: [9, 6, 9, 0, 0, 0, 0],
  },
  {
    id: 'd',
    name: 'Black Friday: longer waits',
    detail: 'Gives the estimate in minutes',
    tone: 'inactive',
    fired: [0, 0, 0, 0, 0, 0, 0],
  },
];
const IDS = ROWS.map((row) => row.id);

export function ListSample() {
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<'all' | 'active' | 'inactive' | 'broken'>('all');
  const { selected, toggle, toggleAll, clear, all } = useSelection(IDS);
  return (
    <div className="flex flex-col">
      <FilterBar
        end={
          <Button variant="quiet" size="sm" icon={<SortIcon className="size-3.5" />} className="max-phone:hidden">
            Sort: status
          </Button>
        }
      >
        <SearchInput value={search} onChange={setSearch} label="Search name or description" />
        <Segmented
          label="Status"
          value={status}
          onChange={setStatus}
          className="max-phone:w-full"
          segments={[
            { value: 'all', label: 'All' },
            { value: 'active', label: 'Active', count: 15 },
            { value: 'inactive', label: 'Inactive', count: 8 },
            { value: 'broken', label: 'Broken', count: 1, tone: 'stop' },
          ]}
        />
        <Button size="sm" icon={<TriggerIcon className="size-3.5" />} className="max-phone:hidden">
          Any event
        </Button>
        <Button size="sm" icon={<MessageIcon className="size-3.5" />} className="max-phone:hidden">
          Any channel
        </Button>
      </FilterBar>
      <ListTable label="Triggers">
        <thead>
          <tr>
            <HeadCell kind="choice">
              <Checkbox checked={all} onChange={toggleAll} label="Select all" hideLabel />
            </HeadCell>
            <HeadCell kind="name">Name</HeadCell>
            <HeadCell sort="ascending" onSort={() => {}}>
              Status
            </HeadCell>
            <HeadCell>Runs on</HeadCell>
            <HeadCell align="end">Fired, 7 days</HeadCell>
            <HeadCell>
              <span className="sr-only">Last 7 days</span>
            </HeadCell>
            <HeadCell>Last change</HeadCell>
            <HeadCell kind="menu">
              <span className="sr-only">Options</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <Row key={row.id} selected={selected.has(row.id)}>
              <Cell kind="choice">
                <Checkbox
                  checked={selected.has(row.id)}
                  onChange={() => toggle(row.id)}
                  label={`Select ${row.name}`}
                  hideLabel
                />
              </Cell>
              <Cell kind="name">
                <RowName href="/components" name={row.name} detail={row.detail} broken={row.tone === 'broken'} />
              </Cell>
              <Cell phone="left">
                <StatusDot tone={row.tone}>{WORDS[row.tone]}</StatusDot>
              </Cell>
              <Cell className="text-ink-2">Conversation queued</Cell>
              <Cell align="end" phone="right">
                {row.fired.reduce((sum, count) => sum + count, 0)}
              </Cell>
              <Cell>
                <Sparkline values={row.fired} />
              </Cell>
              <Cell className="text-ink-2">
                <span className="flex items-center gap-2">
                  <Avatar name="Maya Okafor" id="u2" />2 h ago
                </span>
              </Cell>
              <Cell kind="menu">
                <Menu
                  trigger={<IconButton label={`Options of ${row.name}`} size="sm" icon={<OptionsIcon />} />}
                  items={[
                    { id: 'edit', label: 'Edit', icon: <EditIcon />, shortcut: '↵', href: '/components' },
                    { id: 'delete', label: 'Delete…', icon: <DeleteIcon />, shortcut: '⌫', danger: true },
                    { id: 'clone', label: 'Clone', icon: <CopyIcon />, shortcut: 'C' },
                    { id: 'off', label: 'Deactivate', icon: <PauseIcon />, shortcut: 'D' },
                  ]}
                />
              </Cell>
            </Row>
          ))}
        </tbody>
      </ListTable>
      <BulkBar count={selected.size} onClear={clear}>
        <Button variant="quiet" size="sm">
          Activate
        </Button>
        <Button variant="quiet" size="sm">
          Deactivate
        </Button>
        <Button variant="quiet" size="sm" className="text-stop-ink!">
          Delete…
        </Button>
      </BulkBar>
      <ListFoot
        from={1}
        to={4}
        total={24}
        hint="Arrows move, Space selects, Enter opens"
        next={{ href: '/components' }}
      />
    </div>
  );
}
