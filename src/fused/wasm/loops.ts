/** Loops in the shapes that kernels need. */
import type { FunctionScope, Local } from './functionScope';
import { i32, I32, loopWhile, when, type Code } from './instructions';

/**
 * Runs `body` `times` times (known when the kernel is written); a single run needs no loop. The body is written while the
 * counter is taken, so that it cannot have the same variable.
 */
export function repeat(scope: FunctionScope, times: number, body: () => Code): Code {
  if (times === 0) return [];
  if (times === 1) return body();
  return scope.borrow(I32, (left) => [
    ...left.set(i32.constant(times)),
    ...loopWhile([...body(), ...left.tee(i32.sub(left.get, i32.constant(1)))]),
  ]);
}

/** Runs `body` while at least `size` are left, and takes `size` off `left` each time. */
export function inBlocks(left: Local, size: number, body: Code): Code {
  const enough = i32.less(i32.constant(size - 1), left.get);
  return when(enough, loopWhile([...body, ...left.advance(-size), ...enough]));
}
