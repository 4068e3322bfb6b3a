/** The text that has been typed and not sent. It is kept for each place, and shown when the place is opened again. */
export interface Drafts {
  /** The text in the fields of a message's card. */
  card(message: string): Readonly<Record<string, string>>;
  typeInCard(message: string, field: string, value: string): void;
  forgetCard(message: string): void;
  /** The text in a compose box. */
  text(box: string): string;
  typeText(box: string, value: string): void;
  forgetCards(): void;
}

export function createDrafts(): Drafts {
  const cards = new Map<string, Record<string, string>>();
  const texts = new Map<string, string>();
  return {
    card: (message) => cards.get(message) ?? {},
    typeInCard(message, field, value) {
      cards.set(message, { ...cards.get(message), [field]: value });
    },
    forgetCard: (message) => void cards.delete(message),
    text: (box) => texts.get(box) ?? '',
    typeText: (box, value) => void texts.set(box, value),
    forgetCards: () => cards.clear(),
  };
}
