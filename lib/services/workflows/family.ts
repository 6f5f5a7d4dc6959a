import type { Queries } from '@/db/client';
import { AppError, type Issue } from '@/lib/contracts/app-error';
import { parse } from '@/lib/contracts/issues';
import { type Workflow, workflowInput } from '@/lib/contracts/workflow';
import { LIMITS } from '@/lib/engine/limits';
import { eventOfStart, startOf } from '@/lib/engine/start';
import { warningsOf } from '@/lib/engine/validation/warnings';
import { connectedOf, connectorsOf } from '../connectors/connected';
import type { RuleFamily, RuleSettings } from '../rules/family';
import type { RuleRow } from '../rules/rule-row';
import { watchTime } from './watch-time';

/** What workflows add to the verbs that all families share. `waitsFor` of its answers is filled in by the verbs. */
export const workflows: RuleFamily<Workflow> = {
  family: 'workflow',
  kind: 'workflow',
  ordered: true,
  activeLimit: LIMITS.activeWorkflowsPerAccount,
  parse: (input) => {
    const { when, do: actions, ...settings } = parse(workflowInput, input);
    const body = { on: eventOfStart(startOf(when)), when, do: actions };
    return { ...settings, once: false, channels: [], body };
  },
  check: refuseUnconnected,
  stored: (change, rows) => watchTime(change, rows),
  answer: ({ id, version, broken, createdAt, updatedAt, ...row }) => {
    const warnings = warningsOf('workflow', row.body);
    return {
      id,
      ...portable(row),
      position: row.position,
      start: startOf(row.body.when),
      waitsFor: [],
      version,
      broken,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      ...(warnings.length > 0 && { warnings }),
    };
  },
  portable,
  versionToInput: ({ on: _on, oncePerTicket: _once, channels: _channels, ...version }) => version,
};

/** An active workflow has everything connected that it needs. @throws AppError `invalid` with `waits_for_connector` */
async function refuseUnconnected(
  tx: Queries,
  accountId: string,
  { active, body }: Pick<RuleSettings, 'active' | 'body'>,
): Promise<void> {
  const needed = connectorsOf('workflow', body.do);
  if (!active || needed.length === 0) return;
  const connected = await connectedOf(tx, accountId);
  const issues = needed
    .filter(({ connector }) => !connected.has(connector))
    .map(
      ({ connector, index }): Issue => ({
        path: `do[${index}].action`,
        code: 'waits_for_connector',
        params: { connector },
      }),
    );
  if (issues.length > 0) throw new AppError('invalid', {}, { issues });
}

/** Import keeps the order of its entries; the position is for people who read the file. */
function portable(
  row: Pick<RuleRow, 'name' | 'description' | 'active' | 'body'>,
): Pick<Workflow, 'name' | 'description' | 'active' | 'when' | 'do'> {
  const { name, description, active, body } = row;
  // Plain JSON on both sides; the contract describes the body more loosely.
  const { when, do: actions } = body as unknown as Pick<Workflow, 'when' | 'do'>;
  return { name, description, active, when, do: actions };
}
