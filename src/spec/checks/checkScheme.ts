/** Whether one way of sharing fits the network and the tasks. */
import { layerCount, type ModelSpec } from '../experiment';
import type { PresetScheme } from '../preset';
import type { HardScheme, MixedScheme, Scheme } from '../scheme';
import type { SpecProblem } from '../specProblem';
import type { TaskShape } from '../taskShape';

type Path = SpecProblem['path'];

interface Towers {
  readonly model: ModelSpec;
  readonly shapes: readonly TaskShape[];
}

/** Heads can be tied or compared only when they have the same outputs and mean the same by them. */
export function haveEqualHeads(shapes: readonly TaskShape[]): boolean {
  const first = shapes[0];
  return shapes.every((shape) => shape.outputs === first?.outputs && shape.loss === first.loss);
}

export function checkScheme(
  scheme: Scheme,
  written: PresetScheme | undefined,
  towers: Towers,
  path: Path,
): readonly SpecProblem[] {
  const noTrunk = towers.model.trunk.length === 0;
  switch (scheme.kind) {
    case 'alone':
      return [];
    case 'hard': {
      const named = written?.scheme === 'hard' && written.share === 'trunk';
      const depth = checkDepth(scheme, towers, named, [...path, 'share']);
      return depth.length > 0 ? depth : checkGroups(scheme, written, towers.shapes, [...path, 'groups']);
    }
    case 'soft': {
      const place = [...path, 'on'];
      if (scheme.on === 'trunk' && noTrunk) return [{ path: place, code: 'no-trunk', params: {} }];
      return scheme.on === 'all' && !haveEqualHeads(towers.shapes)
        ? [{ path: place, code: 'heads-differ', params: {} }]
        : [];
    }
    case 'meta':
      return haveEqualHeads(towers.shapes) ? [] : [{ path: [...path, 'scheme'], code: 'heads-differ', params: {} }];
    case 'cross-stitch':
    case 'sluice':
    case 'shared-private':
    case 'experts':
    case 'adapters':
      return noTrunk
        ? [{ path: [...path, 'scheme'], code: 'no-trunk', params: {} }]
        : checkMixed(scheme, towers.model, path);
  }
}

function checkDepth(scheme: HardScheme, { model, shapes }: Towers, named: boolean, path: Path): readonly SpecProblem[] {
  const max = layerCount(model);
  const found = scheme.sharedLayers;
  if (named && model.trunk.length === 0) return [{ path, code: 'no-trunk', params: {} }];
  if (found > max) return [{ path, code: 'share-too-deep', params: { found, min: 0, max } }];
  return found === max && !haveEqualHeads(shapes) ? [{ path, code: 'heads-differ', params: {} }] : [];
}

function checkGroups(
  scheme: HardScheme,
  written: PresetScheme | undefined,
  shapes: readonly TaskShape[],
  path: Path,
): readonly SpecProblem[] {
  const names = written?.scheme === 'hard' ? (written.groups ?? []) : [];
  const unknown = names.flatMap((group, g) => group.flatMap((name, t) => checkTask(name, shapes, [...path, g, t])));
  if (unknown.length > 0 || scheme.groups === null) return unknown;
  const seen = new Set<string>();
  return names.flatMap((group, g) =>
    group.flatMap((found, t): readonly SpecProblem[] => {
      const again = seen.has(found);
      seen.add(found);
      return again ? [{ path: [...path, g, t], code: 'duplicate', params: { found } }] : [];
    }),
  );
}

/** What a network that mixes activations asks of its trunk and of its own settings. */
function checkMixed(scheme: MixedScheme, model: ModelSpec, path: Path): readonly SpecProblem[] {
  const widths = model.trunk.map((layer) => layer.units);
  const [first = 0] = widths;
  switch (scheme.kind) {
    case 'sluice': {
      const fits = widths.every((width) => width === first) && first % scheme.subspaces === 0;
      const params = { found: widths.join(', '), parts: scheme.subspaces };
      return fits ? [] : [{ path: [...path, 'scheme'], code: 'sluice-width', params }];
    }
    case 'experts':
      if (scheme.gating !== 'ple' && (scheme.ownExperts > 0 || scheme.levels > 1)) {
        return [{ path: [...path, scheme.levels > 1 ? 'levels' : 'ownExperts'], code: 'ple-only', params: {} }];
      }
      return [];
    case 'cross-stitch':
    case 'shared-private':
    case 'adapters':
      return [];
  }
}

/** Whether a name is one of the tasks'. */
export function checkTask(found: string, shapes: readonly TaskShape[], path: Path): readonly SpecProblem[] {
  const names = shapes.map((shape) => shape.name);
  return names.includes(found) ? [] : [{ path, code: 'task-unknown', params: { found, allowed: names.join(', ') } }];
}
