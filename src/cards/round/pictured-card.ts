import type { Messages } from '../../text/messages.js';
import type { Card } from '../render.js';

/**
 * A card inside another one, as a picture of it: the same elements, with words in the place of its fields and buttons, so
 * that nothing in it can be filled in or pressed.
 */
export function picturedCard({ planning }: Messages, { body, actions }: Card): readonly object[] {
  const buttons = titlesOf([...setsIn(body), ...listOf(actions)]);
  const inlines = [
    { type: 'TextRun', text: `${planning.buttonsHere} `, weight: 'Bolder' },
    { type: 'TextRun', text: buttons.join(' · ') },
  ];
  const line = { type: 'RichTextBlock', spacing: 'Medium', separator: true, inlines };
  return [...pictured(body), ...(buttons.length === 0 ? [] : [line])];
}

function pictured(elements: unknown): readonly object[] {
  return listOf(elements).flatMap((element): readonly object[] => {
    const { type, items, columns, isVisible, id: _, ...rest } = element;
    // What is shown by a button only would be hidden for ever.
    if (isVisible === false || type === 'ActionSet') return [];
    if (typeof type === 'string' && type.startsWith('Input.')) {
      const label = 'label' in rest && typeof rest['label'] === 'string' ? rest['label'] : '';
      const inlines = [{ type: 'TextRun', text: `[ ${label} ]`, color: 'Accent' }];
      return [{ type: 'RichTextBlock', spacing: 'Small', inlines }];
    }
    return [
      {
        type,
        // Two containers that bleed would lie over each other.
        ...Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'bleed' && name !== 'selectAction')),
        // A card has one large heading, which is its own.
        ...(rest['size'] === 'Large' ? { size: 'Medium' } : {}),
        ...(items === undefined ? {} : { items: pictured(items) }),
        ...(columns === undefined ? {} : { columns: pictured(columns) }),
      },
    ];
  });
}

/** The actions in the sets among these elements, and among those inside them. */
function setsIn(elements: unknown): readonly Element[] {
  return listOf(elements).flatMap((element): readonly Element[] => {
    const { type, items, columns, actions, isVisible } = element;
    if (isVisible === false) return [];
    return type === 'ActionSet' ? listOf(actions) : [...setsIn(items), ...setsIn(columns)];
  });
}

function titlesOf(actions: readonly Element[]): readonly string[] {
  return actions.flatMap((action) => (typeof action['title'] === 'string' ? [action['title']] : []));
}

interface Element {
  readonly type?: unknown;
  readonly items?: unknown;
  readonly columns?: unknown;
  readonly actions?: unknown;
  readonly isVisible?: unknown;
  readonly id?: unknown;
  readonly [name: string]: unknown;
}

function listOf(elements: unknown): readonly Element[] {
  const list: readonly unknown[] = Array.isArray(elements) ? elements : [];
  return list.filter((each): each is Element => typeof each === 'object' && each !== null);
}
