import { LIMITS } from '../spec/limits';

const LETTERS = 26;
const ELLIPSIS = '…';

/** A, B ... Z, AA, AB ...: what a spreadsheet calls column number `index` (from 0). */
function letters(index: number): string {
  const rest = Math.floor(index / LETTERS) - 1;
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS));
}

function shortened(name: string, ending: string): string {
  const room = LIMITS.name.max - ending.length;
  return (name.length <= room ? name : name.slice(0, room - 1) + ELLIPSIS) + ending;
}

/** Names of all columns from the header: none empty, none twice, none longer than a name may be. */
export function columnNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell.trim() === '' ? letters(index) : cell.trim();
    let name = shortened(wanted, '');
    for (let again = 2; taken.has(name); again++) name = shortened(wanted, ` (${again})`);
    taken.add(name);
    return name;
  });
}
