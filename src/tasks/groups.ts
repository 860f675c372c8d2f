/** Six tasks in two groups of three; see `spec/sources/groups.ts` for the formulas. */
import { createStream } from '../numeric/random';
import type { GroupsSource } from '../spec/sources/groups';
import { dot, drawVector, removeDirections, turn } from './directions';
import { drawInputs, drawTasks, labelRows, type Teacher } from './drawRows';
import { drawFeatures, drawUnit, reluTeacher } from './reluTeacher';
import type { TaskSuite } from './taskSuite';

const PER_GROUP = 3;

export function drawGroups(source: GroupsSource, seed: number): TaskSuite {
  const { dimension } = source;
  const teacherOf = source.teacher === 'relu' ? reluTeachers(source, seed) : quadraticTeachers(source, seed);
  const tasks = drawTasks(source, (task) => {
    const teacher = teacherOf(task);
    return (split, rows) => {
      const inputs = drawInputs(createStream(seed, 'groups.inputs', task, split), rows, dimension);
      const noise = { level: source.noise, stream: createStream(seed, 'groups.noise', task, split) };
      return labelRows(inputs, dimension, [teacher], noise);
    };
  });
  return { inputs: dimension, tasks, fresh: null };
}

function reluTeachers({ dimension, features }: GroupsSource, seed: number): (task: number) => Teacher {
  return (task) => {
    const group = Math.floor(task / PER_GROUP);
    const columns = drawFeatures((i) => createStream(seed, 'groups.features', group, i), dimension, features);
    return reluTeacher(columns, drawVector(createStream(seed, 'groups.teacher', task), features));
  };
}

/** z + (z^2 - 1) / 2: mean 0, and tasks of one group are alike in both parts. */
function quadraticTeachers(source: GroupsSource, seed: number): (task: number) => Teacher {
  return (task) => {
    const direction = groupedDirection(source, seed, task);
    return (row) => {
      const z = dot(direction, row);
      return z + (z * z - 1) / 2;
    };
  };
}

/** The unit vector u_t: `within` degrees from its group's axis, and away from both axes in a direction of its own. */
function groupedDirection({ dimension, within, angle }: GroupsSource, seed: number, task: number): Float64Array {
  const first = drawUnit(createStream(seed, 'groups.axes', 0), dimension);
  const across = unit(removeDirections(drawVector(createStream(seed, 'groups.axes', 1), dimension), [first]));
  const axis = task < PER_GROUP ? first : turn(first, angle, () => across);
  const drawn = drawVector(createStream(seed, 'groups.directions', task), dimension);
  return turn(axis, within, () => unit(removeDirections(drawn, [first, across])));
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}
