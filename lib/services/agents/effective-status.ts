/** A status set in a browser counts for a minute after that browser was last seen. SQL, of agents `a`. */
export const EFFECTIVE_STATUS = `case when not a.active then 'invisible'
  when a.presence = 'browser' and (a.seen_at is null or a.seen_at < clock_timestamp() - interval '60 seconds') then 'invisible'
  else a.status end`;

/** Conversations that take the agent's capacity. SQL, of agents `a`. */
export const LOAD = `(select count(*)::int from conversations c where c.account_id = a.account_id
  and c.assignee_key = a.key and c.phase = 'assigned' and c.capacity_held)`;
