import { Avatar } from '@/components/ui/avatar';
import { Badge, CountPill } from '@/components/ui/badge';
import { BetweenMessages, Bubble } from '@/components/ui/bubble';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import {
  CloseIcon,
  ConditionsIcon,
  MessageIcon,
  TagIcon,
  ThenIcon,
  TriggerIcon,
  WaitIcon,
} from '@/components/ui/icons';
import { KeyValues } from '@/components/ui/key-values';
import { StatusDot } from '@/components/ui/status-dot';
import { Tag } from '@/components/ui/tag';
import { Timeline, TimelineStop } from '@/components/ui/timeline';
import { Track, TrackStop } from '@/components/ui/track';
import { Verdict } from '@/components/ui/verdict';

export function MarkSamples() {
  return (
    <>
      <Card title="Badge, status, tag, verdict, avatar">
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-2">
            <Badge>Draft</Badge>
            <Badge tone="go">Live</Badge>
            <Badge tone="wait" icon={<WaitIcon />}>
              Waiting
            </Badge>
            <Badge tone="stop">Failed</Badge>
            <Badge tone="info">New</Badge>
            <Badge tone="line">v7</Badge>
            <CountPill count={7} />
          </div>
          <div className="flex flex-wrap gap-4">
            <StatusDot tone="active">Active</StatusDot>
            <StatusDot tone="inactive">Inactive</StatusDot>
            <StatusDot tone="waiting">Waiting</StatusDot>
            <StatusDot tone="broken">Broken</StatusDot>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Tag>vip</Tag>
            <CodeText>customer_prev_conversations</CodeText>
          </div>
          <div className="flex flex-wrap gap-4">
            <Verdict state="met" />
            <Verdict state="unmet" />
            <Verdict state="unknown" />
          </div>
          <div className="flex flex-wrap gap-3">
            <Avatar name="Maya Okafor" id="u2" size="md" presence="online" />
            <Avatar name="Jonas Lind" id="u3" size="md" presence="away" />
            <Avatar name="Claire Dubois" id="u4" size="md" presence="invisible" />
            <Avatar name="Émile Garnier" id="c5" size="md" />
            <Avatar name="Halden" kind="automation" size="md" />
            <Avatar name="System" kind="system" size="md" />
            <Avatar name="" size="lg" />
          </div>
          <KeyValues
            items={[
              { id: 'a', label: 'Language', value: 'French, browser' },
              { id: 'b', label: 'Conversations', value: '3 earlier, last 2 Sep' },
            ]}
          />
        </div>
      </Card>
      <Card title="Timeline" divided>
        <Timeline label="Steps">
          <TimelineStop state="done" icon={<MessageIcon />} title="Sent a message" at="14:27:09.431">
            <p className="rounded-sm bg-surface-2 px-3 py-2 text-ink-2">
              Hello Émile Garnier, the workshop is busy right now.
            </p>
          </TimelineStop>
          <TimelineStop state="waiting" icon={<WaitIcon />} title="Waiting 5 minutes" at="until 14:32:09" />
          <TimelineStop state="todo" icon={<TagIcon />} title="Add tag" at="after the wait" />
          <TimelineStop state="failed" icon={<CloseIcon />} title="Failed after 5 tries" at="14:32:10.002" />
          <TimelineStop state="stopped" icon={<CloseIcon />} title="Stopped: an agent replied" />
        </Timeline>
      </Card>
      <Card title="Track, conversation">
        <Track>
          <TrackStop
            icon={<TriggerIcon />}
            title="When"
            lit
            head={<span className="text-ink-2">a conversation is queued</span>}
          />
          <TrackStop
            icon={<ConditionsIcon />}
            title="If"
            head={<span className="text-ink-2">all of these hold</span>}
          />
          <TrackStop icon={<ThenIcon />} title="Then" head={<span className="text-ink-3">in this order</span>} />
        </Track>
        <div className="mt-3 grid gap-3.5">
          <Bubble from="customer" avatar={<Avatar name="Émile Garnier" id="c5" />} author="Émile Garnier" time="14:26">
            Hi, my e-bike shuts off on hills since yesterday.
          </Bubble>
          <BetweenMessages>14:27 entered the Workshop queue, place 6</BetweenMessages>
          <Bubble
            from="automatic"
            avatar={<Avatar name="Halden" kind="automation" />}
            author="Halden Bikes"
            time="14:27"
            via="Ask for e-mail"
          >
            Hello Émile Garnier, the workshop is busy right now.
          </Bubble>
          <Bubble from="agent" avatar={<Avatar name="Maya Okafor" id="u2" />} author="Maya Okafor" time="14:30">
            That sounds like the battery protection.
          </Bubble>
        </div>
      </Card>
    </>
  );
}
