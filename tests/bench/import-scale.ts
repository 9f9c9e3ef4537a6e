import { readFileSync } from 'node:fs';
import { importPaper } from '../../src/import/import-paper.ts';

// Usage: node tests/bench/import-scale.ts. Imports a paper 1, 2, 4 … times as long as an invented one, and prints the
// seconds and the exponent of growth: 1 is linear.

const text = readFileSync('tests/fixtures/papers/spaced-rule/paper.txt', 'utf8');
const head = text.indexOf('\n\u4E00\u3001');
const numerals = [...'\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D'];

/** The paper with its sections repeated that many times, and renumbered. */
function longer(times: number): string {
  let section = 0;
  const body = Array.from({ length: times }, () =>
    text
      .slice(head)
      .replace(/^[\u4E00-\u9FA5]{1,3}(?=\u3001)/gm, (sign) =>
        numerals.includes(sign) ? numeral(++section) : sign,
      ),
  );
  return text.slice(0, head) + body.join('\n');
}

function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return n > 99
    ? String(n)
    : `${tens > 1 ? numerals[tens - 1] : ''}${tens > 0 ? '\u5341' : ''}${ones > 0 ? numerals[ones - 1] : ''}`;
}

importPaper({ text, path: 'warm-up', encoding: 'UTF-8' }, '2020-01-01');
const points: { characters: number; seconds: number }[] = [];
for (const times of [4, 8, 16, 32, 64, 128]) {
  const source = longer(times);
  const start = process.cpuUsage();
  const { paper, ledger } = importPaper({ text: source, path: 'paper.txt', encoding: 'UTF-8' }, '2020-01-01');
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  points.push({ characters: source.length, seconds });
  console.log(
    `${String(source.length).padStart(8)} characters  ${String(paper.notes.length).padStart(5)} notes  ${seconds.toFixed(2).padStart(6)} s  ${((1e6 * seconds) / source.length).toFixed(1)} µs a character  remainder ${ledger.remainder}`,
  );
}
const [first, last] = [points[0]!, points.at(-1)!];
const exponent = Math.log(last.seconds / first.seconds) / Math.log(last.characters / first.characters);
console.log(`time grows as length to the power of ${exponent.toFixed(2)}`);
