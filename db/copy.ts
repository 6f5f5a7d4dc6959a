import { auditWithin, type Finding } from './audit/audit';
import type { Database, Queries } from './database';

export interface CopiedTable {
  table: string;
  rows: number;
}

/** Why a copy was refused or undone; the target is as it was. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

interface Table {
  name: string;
  /** Columns of the primary key with their types, in order. */
  key: { column: string; type: string }[];
  /** Rows refer to rows of the same table: all go in one statement, where order does not matter. */
  selfReferring: boolean;
}

/**
 * Copies every row of `source` into the migrated, empty `target`, in one transaction of the target:
 * after a failure it is still empty. Counts are compared and the books examined before it commits.
 * Rows travel as JSON text made and read by the databases, so no value passes through JavaScript.
 * Nothing else may write to the source meanwhile.
 */
export async function copyDatabase(
  source: Database,
  target: Database,
  onTable: (copied: CopiedTable) => void = () => {},
): Promise<{ tables: CopiedTable[]; findings: Finding[] }> {
  await refuseOtherSchema(source, target);
  const tables = await listTables(source);
  const known = await source.transaction((tx) => auditWithin(tx));
  return target.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0');
    await tx.query('set local idle_in_transaction_session_timeout = 0');
    await refuseFilled(tx, tables);
    const copied: CopiedTable[] = [];
    for (const table of tables) {
      copied.push({ table: table.name, rows: await copyTable(source, tx, table) });
      onTable(copied[copied.length - 1] ?? { table: table.name, rows: 0 });
    }
    await copySequence(source, tx);
    await verifyCounts(source, tx, tables);
    const findings = await auditWithin(tx);
    refuseNewFindings(known, findings);
    return { tables: copied, findings };
  });
}

async function refuseOtherSchema(source: Database, target: Database): Promise<void> {
  const versions = 'select hash from drizzle.__drizzle_migrations order by id';
  const [from, to] = [await source.query(versions), await target.query(versions)];
  if (JSON.stringify(from) !== JSON.stringify(to)) {
    throw new CopyRefused('Source and target have different migrations: start the same release on both once.');
  }
}

async function refuseFilled(tx: Queries, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const rows = await tx.query(`select 1 from ${quote(name)} limit 1`);
    if (rows.length > 0) throw new CopyRefused(`The target is not empty: table ${name} has rows.`);
  }
}

/** Tables in an order in which every foreign key finds its row. */
async function listTables(source: Queries): Promise<Table[]> {
  const tables = await source.query<{ name: string; key: Table['key']; refers_to: string[] }>(
    `select t.relname::text as name,
      (select jsonb_agg(jsonb_build_object('column', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by k.position)
        from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k(attnum, position)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum where i.indrelid = t.oid and i.indisprimary) as key,
      array(select distinct f.relname::text from pg_constraint c join pg_class f on f.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f') as refers_to
     from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace order by t.relname`,
  );
  const ordered: Table[] = [];
  const done = new Set<string>();
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      (table) => !done.has(table.name) && table.refers_to.every((other) => done.has(other) || other === table.name),
    );
    if (ready.length === 0) throw new Error('The foreign keys of the schema form a circle');
    for (const { name, key, refers_to } of ready) {
      done.add(name);
      ordered.push({ name, key, selfReferring: refers_to.includes(name) });
    }
  }
  return ordered;
}

async function copyTable(source: Queries, tx: Queries, table: Table): Promise<number> {
  const columns = table.key.map(({ column }) => quote(column)).join(', ');
  const after = table.key.map(({ type }, index) => `$${index + 1}::text::${type}`).join(', ');
  const last = table.key.map(({ column }) => `${quote(column)}::text`).join(', ');
  const limit = pageSize(table);
  let total = 0;
  for (let position: string[] | undefined; ; ) {
    const [page] = await source.query<{ rows: string | null; count: number; last: string[] | null }>(
      `with page as (select * from ${quote(table.name)} ${position ? `where (${columns}) > (${after})` : ''}
         order by ${columns} ${limit === undefined ? '' : `limit ${limit}`})
       select jsonb_agg(to_jsonb(page) order by ${columns})::text as rows, count(*)::int as count,
         (select array[${last}] from page order by ${descending(table)} limit 1) as last from page`,
      position ?? [],
    );
    if (!page?.rows || !page.last) return total;
    await tx.query(
      `insert into ${quote(table.name)} select * from jsonb_populate_recordset(null::${quote(table.name)}, $1::text::jsonb)`,
      [page.rows],
    );
    total += page.count;
    if (limit === undefined) return total;
    position = page.last;
  }
}

function descending(table: Table): string {
  return table.key.map(({ column }) => `${quote(column)} desc`).join(', ');
}

/** Rows per statement: attachments may hold 10 MB each. */
function pageSize(table: Table): number | undefined {
  if (table.selfReferring) return undefined;
  return table.name === 'attachments' ? 4 : 1_000;
}

async function copySequence(source: Queries, tx: Queries): Promise<void> {
  const [state] = await source.query('select last_value, is_called from ticket_numbers');
  await tx.query(`select setval('ticket_numbers', $1, $2)`, [state?.last_value, state?.is_called]);
}

async function verifyCounts(source: Queries, tx: Queries, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const count = `select count(*)::int as count from ${quote(name)}`;
    const [[from], [to]] = [await source.query(count), await tx.query(count)];
    if (from?.count !== to?.count) throw new CopyRefused(`Table ${name}: ${from?.count} rows, ${to?.count} copied.`);
  }
}

/** What was wrong before is reported; what only the copy has is a failure of the copy. */
function refuseNewFindings(known: readonly Finding[], findings: readonly Finding[]): void {
  // Work falls due while copying.
  const grows = new Set(['overdue_wait', 'overdue_delivery']);
  for (const { check, count } of findings) {
    const before = known.find((finding) => finding.check === check)?.count ?? 0;
    if (!grows.has(check) && count !== before)
      throw new CopyRefused(`The copy fails the check ${check} ${count} times.`);
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
