import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Something on the page that a person with a disability cannot use, or can hardly use. */
export interface Finding {
  /** The rule of axe, such as `color-contrast`: https://dequeuniversity.com/rules/axe */
  readonly rule: string;
  /** Where it is: on a card in a channel, in a dialog, or on the page around them. */
  readonly place: 'card' | 'dialog' | 'shell';
  /** The element as HTML. */
  readonly element: string;
  readonly what: string;
}

/** WCAG 2.2 at level AA, which Danish law demands of municipalities through EN 301 549, and what axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe on the whole page as it is shown now. @returns what it found, which is nothing on a page for everyone */
export async function findings(page: Page): Promise<readonly Finding[]> {
  // The page has no frames, so that axe need not open a page of its own to put the results of frames together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await axe
    .options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] })
    .analyze();
  const nodes = violations.flatMap(({ id, nodes: found }) => found.map((node) => ({ rule: id, ...node })));
  return Promise.all(
    nodes.map(async ({ rule, target, html, failureSummary = '' }) => ({
      rule,
      place: await placeOf(page, String(target[0])),
      element: html,
      what: failureSummary,
    })),
  );
}

async function placeOf(page: Page, selector: string): Promise<Finding['place']> {
  const element = page.locator(selector).first();
  if ((await element.locator('xpath=ancestor-or-self::dialog').count()) > 0) return 'dialog';
  const card = 'xpath=ancestor-or-self::*[contains(concat(" ", @class, " "), " card ")]';
  return (await element.locator(card).count()) > 0 ? 'card' : 'shell';
}
