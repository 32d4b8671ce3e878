import { writeFileSync } from 'node:fs';

/** Writes a log of so many requests, a minute apart, of accounts that keep to themselves or share addresses and wording. */
export function writeLog(path: string, rows: number, accounts: number, name: string): void {
  const firstMs = Date.UTC(2026, 4, 4);
  const lines = Array.from({ length: rows }, (_, i) => {
    const time = new Date(firstMs + i * 60_000).toISOString();
    const account = i % accounts;
    const ip = `198.51.100.${account % 97}`;
    const text = `Solve problem number ${i} of set ${account % 7} and show all steps of ${name}`;
    return `${time},${name}_${account},${name}_req_${i},m-${i % 4},${ip},topic ${i % 9},${text}`;
  });
  writeFileSync(path, `timestamp,account_id,request_id,model,ip,topic,prompt_text\n${lines.join('\n')}\n`);
}
