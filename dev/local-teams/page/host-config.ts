import type { HostConfig } from 'adaptivecards';

export type Theme = 'light' | 'dark';

const COLOURS = {
  light: {
    card: '#ffffff',
    emphasis: '#f5f5f5',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    line: '#e0e0e0',
    good: ['#e7f2da', '#0e700e'],
    attention: ['#fcf4f6', '#a4262c'],
    warning: ['#fbf6d9', '#795200'],
    accentBack: '#e8ebfa',
  },
  dark: {
    card: '#292929',
    emphasis: '#1f1f1f',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    line: '#3d3d3d',
    good: ['#0b2a0b', '#92c353'],
    attention: ['#3b1519', '#f9acb3'],
    warning: ['#3a2f09', '#f2c661'],
    accentBack: '#2f2f4a',
  },
} as const;

/**
 * The host config of Teams, from microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-light.json and
 * microsoft-teams-dark.json. The colours of containers have more contrast than there, as in the real client.
 */
export function hostConfigOf(theme: Theme): Partial<HostConfig> {
  const { card, emphasis, text, subtle, accent, line, good, attention, warning, accentBack } = COLOURS[theme];
  const colour = (first: string, second = first) => ({ default: first, subtle: second });
  const foregroundColors = {
    default: colour(text, subtle),
    dark: colour('#242424', '#616161'),
    light: colour('#ffffff', '#e1e1e1'),
    accent: colour(accent),
    good: colour(good[1]),
    attention: colour(attention[1]),
    warning: colour(warning[1]),
  };
  const container = (backgroundColor: string, lead: string = text) => ({
    backgroundColor,
    borderColor: backgroundColor,
    foregroundColors: { ...foregroundColors, default: colour(lead, lead === text ? subtle : lead) },
  });
  const label = { color: 'Default', isSubtle: false, size: 'Default', suffix: '', weight: 'Bolder' };
  const config = {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', system-ui, 'Apple Color Emoji', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: container(card),
      emphasis: container(emphasis),
      accent: container(accentBack),
      good: container(good[0]),
      attention: container(attention[0], attention[1]),
      warning: container(warning[0]),
    },
    actions: {
      maxActions: 6,
      spacing: 'Default',
      buttonSpacing: 8,
      showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'Left',
      allowTitleToWrap: true,
    },
    adaptiveCard: { allowCustomStyle: true },
    textBlock: { headingLevel: 2 },
    inputs: {
      label: { requiredInputs: { ...label, suffix: ' *' }, optionalInputs: label, inputSpacing: 'Small' },
      errorMessage: { color: 'Attention', spacing: 'Small', size: 'Small', weight: 'Default' },
    },
    factSet: { title: { weight: 'Bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  };
  // HostConfig is declared as the class that the renderer makes from this JSON.
  return config as unknown as Partial<HostConfig>;
}
