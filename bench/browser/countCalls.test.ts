import { describe, expect, it } from 'vitest';
import { countCalls } from './countCalls';

class Queue {
  written = 0;
  get label(): string {
    return 'queue';
  }
  write(amount: number): number {
    this.written += amount;
    return this.written;
  }
  writeTwice(amount: number): number {
    this.write(amount);
    return this.write(amount);
  }
}
class Device {
  readonly queue = new Queue();
  destroy(): void {
    throw new Error('destroyed');
  }
}

describe('countCalls', () => {
  it('counts every method of every object, whatever it returns or throws, and changes nothing', () => {
    const counter = countCalls([Queue.prototype, Device.prototype]);
    const device = new Device();
    expect(device.queue.write(2)).toBe(2);
    expect(device.queue.label).toBe('queue');
    expect(counter.calls).toBe(1);
    expect(device.queue.writeTwice(1)).toBe(4);
    expect(counter.calls).toBe(4);
    expect(() => device.destroy()).toThrow('destroyed');
    expect(counter.calls).toBe(5);
    counter.stop();
    device.queue.write(1);
    expect(counter.calls).toBe(5);
    expect(Object.hasOwn(Queue.prototype, 'write')).toBe(true);
  });
});
