import { describe, expect, it } from 'vitest';
import { buffersOf } from './bindings';
import { plan, PLANS } from './plans.fixture';
import { tilingOf } from './shaderPlan';
import { trainingShader } from './trainingShader';

/** Builtins and types that the shader may call; everything else must be declared in it. */
const BUILTINS =
  /^(min|max|sqrt|round|select|bitcast|dot|u32|i32|vec4f|vec4u|vec4i|workgroupBarrier|storageBarrier|for|if)$/;

/** Words of WGSL that no name may be, those of them that come to mind when one writes a training step. */
const RESERVED =
  /^(active|alias|as|batch_|class|const|dispatch_|do|enum|export|extern|filter|final|from|get|goto|import|in|interface|layout|loop|match|meta|mod|module|move|new|null|of|out_|package|pass|patch|precise|private|ref|register|require|resource|return|self|set|shared|static|super|target|template|this|throw|try|type|typedef|union|use|using|virtual|where|with|write|yield)$/;

const names = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

describe.each(PLANS)('the shader of %s', (_name, given) => {
  const text = trainingShader(given);
  const tiling = tilingOf(given);

  it('closes every bracket it opens', () => {
    const open: string[] = [];
    const partner: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
    for (const sign of text.match(/[()[\]{}]/g) ?? []) {
      if (partner[sign] === undefined) open.push(sign);
      else expect(open.pop()).toBe(partner[sign]);
    }
    expect(open).toEqual([]);
  });

  it('declares what it calls, and uses each buffer it declares', () => {
    const declared = names(text, /fn (\w+)\(/g);
    // What follows an @ is an attribute, no call.
    for (const called of names(text, /(?<![@\w])([a-zA-Z_]\w*)\(/g)) {
      expect(BUILTINS.test(called) || declared.includes(called), called).toBe(true);
    }
    for (const name of buffersOf(given, tiling.local))
      expect(names(text, new RegExp(`\\b(${name})\\[`, 'g'))).not.toEqual([]);
    for (const name of declared.filter((name) => name !== 'train')) {
      expect(text.split(`${name}(`).length, name).toBeGreaterThan(2);
    }
  });

  it('holds no accident of JavaScript and no reserved name', () => {
    expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|null|true|false|\d\.\d+u\b/);
    for (const name of names(text, /\b(?:let|var|fn|struct) (\w+)/g)) expect(name).not.toMatch(RESERVED);
  });

  it('waits after every pass, and for its gradients and weights', () => {
    const layers = given.tower.layers.length;
    const kind = tiling.local ? 'workgroupBarrier' : 'storageBarrier';
    const passes = layers + 1 + 2 * layers - 1;
    expect(text.split(`${kind}();`).length - 1).toBe(passes + (tiling.local ? 0 : 2));
    expect(text.split('storageBarrier();').length - 1).toBeGreaterThanOrEqual(2);
  });

  it('stays within what every device offers', () => {
    expect(buffersOf(given, tiling.local).length).toBeLessThanOrEqual(8);
    expect(tiling.threads).toBeLessThanOrEqual(256);
    if (tiling.local) expect(tiling.vectors * 16).toBeLessThanOrEqual(16_384);
  });
});

describe('the shader', () => {
  it('has no room for optimizers, losses, anchors and activations that a plan lacks', () => {
    const text = trainingShader(plan([3, 4, 1], ['linear']));
    expect(text).not.toMatch(/sqrt|exponential|Backward|next0|order/);
    expect(trainingShader(plan([3, 4, 1], ['tanh']))).toMatch(/tanhBackward\(u0/);
  });

  it('refuses a tower that does not end in a linear layer', () => {
    expect(() => trainingShader(plan([3, 4], ['relu']))).toThrow(RangeError);
  });
});
