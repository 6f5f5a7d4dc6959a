import type { Finding } from './audit';
import { checks } from './checks';

/** A table of all checks with what was found, then examples. */
export function printFindings(findings: readonly Finding[], print: (line: string) => void = console.log): void {
  const width = Math.max(...checks.map((check) => check.name.length));
  for (const check of checks) {
    const count = findings.find((finding) => finding.check === check.name)?.count ?? 0;
    print(`${check.name.padEnd(width)}  ${count === 0 ? 'ok' : String(count)}`.padEnd(width + 12) + check.description);
  }
  for (const finding of findings) {
    print(`\n${finding.check}:`);
    for (const { accountId, subject, detail } of finding.examples) print(`  ${accountId}  ${subject}  ${detail}`);
    if (finding.count > finding.examples.length) print(`  … and ${finding.count - finding.examples.length} more`);
  }
}
