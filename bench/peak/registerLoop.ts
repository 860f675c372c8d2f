/**
 * The most that this machine's processor can do in WebAssembly SIMD on one core: multiplications and additions of four
 * floats in registers, with nothing to load, store or decide. What a training step reaches of it is its share of peak.
 */
import type { FunctionScope } from '../../src/fused/wasm/functionScope';
import { f32, f32x4, I32, i32, loopWhile, V128, type Code } from '../../src/fused/wasm/instructions';
import { assembleModule } from '../../src/fused/wasm/module';
import type { Contestant } from '../contest';

/** Chains that do not wait for each other. With two constants they fit the 16 registers of x86; 12 hide its latencies. */
const CHAINS = 12;
/** Rounds per turn of the loop, so that counting costs nothing. */
const ROUNDS = 8;
const FLOATS = 4;
const TURNS = 200_000;

/** Floating-point operations of a call: a multiplication and an addition each. */
const REGISTER_LOOP_OPERATIONS = TURNS * ROUNDS * CHAINS * FLOATS * 2;

/** Every chain goes on as x <- x * factor + term, which ends at term / (1 - factor) and never at zero or infinity. */
export const FACTOR = 0.5;
export const TERM = 0.5;

/** @returns a function that runs the loop once and returns what is in every place of every chain at its end */
export async function createRegisterLoop(): Promise<() => Float32Array> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { instance } = await WebAssembly.instantiate(assembleModule([{ name: 'run', write }]), { env: { memory } });
  const run = instance.exports.run as () => void;
  return () => {
    run();
    return new Float32Array(memory.buffer, 0, CHAINS * FLOATS);
  };
}

function write(scope: FunctionScope): Code {
  const left = scope.local(I32);
  const factor = scope.local(V128);
  const term = scope.local(V128);
  const chains = Array.from({ length: CHAINS }, () => scope.local(V128));
  const round = chains.flatMap((chain) => chain.set(f32x4.add(f32x4.mul(chain.get, factor.get), term.get)));
  const places = chains.map((_, at): [number, number, number, number] => [4 * at, 4 * at + 1, 4 * at + 2, 4 * at + 3]);
  return [
    ...left.set(i32.constant(TURNS)),
    ...factor.set(f32x4.splat(f32.constant(FACTOR))),
    ...term.set(f32x4.splat(f32.constant(TERM))),
    // Different beginnings, so that no compiler finds two chains to be one.
    ...chains.flatMap((chain, at) => chain.set(f32x4.constant(places[at] ?? [0, 0, 0, 0]))),
    ...loopWhile([
      ...Array.from({ length: ROUNDS }, () => round).flat(),
      ...left.tee(i32.sub(left.get, i32.constant(1))),
    ]),
    ...chains.flatMap((chain, at) => f32x4.store(i32.constant(0), chain.get, 4 * FLOATS * at)),
  ];
}

/** Counts floating-point operations. */
export async function createPeakContestant(): Promise<Contestant> {
  const run = await createRegisterLoop();
  return {
    work() {
      run();
      return REGISTER_LOOP_OPERATIONS;
    },
  };
}
