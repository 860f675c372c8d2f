import type { Page } from '@playwright/test';

/**
 * What sticks out of the window sideways: the page itself when it can be scrolled that way, and every element beyond
 * an edge that is not inside a box with a scroll bar of its own.
 */
export async function sidewaysOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const name = (element: Element): string => {
      const { left, right } = element.getBoundingClientRect();
      const text = element.textContent.trim().slice(0, 30);
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} ${left.toFixed(0)}..${right.toFixed(0)} of ${width} "${text}"`;
    };
    const isClipped = (element: Element): boolean => {
      for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible' && box.getBoundingClientRect().right <= width + 1)
          return true;
      }
      return false;
    };
    const page =
      document.documentElement.scrollWidth > width
        ? [`the page scrolls: ${document.documentElement.scrollWidth} of ${width}`]
        : [];
    const outside = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width: wide, height: high } = element.getBoundingClientRect();
      if (wide === 0 || high === 0) return false;
      return (right > width + 1 || left < -1) && right > 0 && !isClipped(element);
    });
    return [...page, ...outside.slice(0, 10).map(name)];
  });
}
