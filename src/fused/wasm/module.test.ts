import { describe, expect, it } from 'vitest';
import { kernelBench } from '../testing/kernelBench';
import { createFunctionScope } from './functionScope';
import { f32, F32, f32x4, i32, I32, V128 } from './instructions';
import { inBlocks, repeat } from './loops';
import { assembleModule, type FunctionSource } from './module';

/** Adds `times` to the number at `address` one by one, in blocks of three and of one. */
const counting: FunctionSource = {
  name: 'count',
  write(scope) {
    const address = scope.param(I32);
    const left = scope.param(I32);
    const add = (amount: number) => f32.store(address.get, f32.add(f32.load(address.get), f32.constant(amount)));
    return [...inBlocks(left, 3, add(300)), ...inBlocks(left, 1, add(1))];
  },
};

const repeating = (times: number): FunctionSource => ({
  name: `repeat${times}`,
  write(scope) {
    const address = scope.param(I32);
    return repeat(scope, times, () => f32.store(address.get, f32.add(f32.load(address.get), f32.constant(1))));
  },
});

describe('a module', () => {
  it('exports every function by its name, and is nothing else', async () => {
    const bytes = assembleModule([counting, repeating(0), repeating(2)]);
    const module = await WebAssembly.compile(bytes);
    expect(WebAssembly.Module.exports(module).map(({ name }) => name)).toEqual(['count', 'repeat0', 'repeat2']);
    expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  });

  it('holds hundreds of functions and locals, whose indices need more than one byte', () => {
    const many = Array.from({ length: 200 }, (_, index): FunctionSource => ({
      name: `f${index}`,
      write(scope) {
        const address = scope.param(I32);
        const locals = Array.from({ length: index < 199 ? 1 : 150 }, () => scope.local(F32));
        return [
          ...locals.flatMap((local, i) => local.set(f32.constant(i + index))),
          ...f32.store(
            address.get,
            locals.slice(1).reduce((sum, local) => f32.max(sum, local.get), f32.constant(0)),
          ),
        ];
      },
    }));
    const bench = kernelBench(many);
    const at = bench.room(1);
    bench.call('f199', at);
    expect(bench.get(at, 1)[0]).toBe(149 + 199);
  });
});

describe('loops', () => {
  const bench = kernelBench([counting, ...[0, 1, 2, 5].map(repeating)]);

  it.each([0, 1, 2, 3, 4, 5, 9])('cover %i in blocks', (count) => {
    const at = bench.room(1);
    bench.call('count', at, count);
    expect(bench.get(at, 1)[0]).toBe(Math.floor(count / 3) * 300 + (count % 3));
  });

  it.each([0, 1, 2, 5])('run %i times', (times) => {
    const at = bench.room(1);
    bench.call(`repeat${times}`, at);
    expect(bench.get(at, 1)[0]).toBe(times);
  });
});

describe('variables', () => {
  it('are lent and given back by type, never to two at a time', () => {
    const scope = createFunctionScope();
    scope.param(I32);
    scope.borrow(V128, (a) => {
      scope.borrow(V128, (b) => expect(b.get).not.toEqual(a.get));
      scope.borrow(I32, (c) => expect(c.get).not.toEqual(a.get));
    });
    scope.borrow(V128, () => undefined);
    expect(scope.locals).toEqual([V128, V128, I32]);
    expect(() => scope.param(I32)).toThrow();
  });

  it('advance by negative amounts too', () => {
    const bench = kernelBench([
      {
        name: 'back',
        write(scope) {
          const address = scope.param(I32);
          return [...address.advance(-4), ...f32.store(address.get, f32x4.lane(f32x4.constant([1, 2, 3, 4]), 2))];
        },
      },
    ]);
    const at = bench.room(2);
    bench.call('back', at + 4);
    expect([...bench.get(at, 2)]).toEqual([3, 0]);
    expect(i32.constant(-4)).toEqual([0x41, 0x7c]);
  });
});
