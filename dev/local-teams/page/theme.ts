import type { Theme } from './host-config.js';

const KEY = 'local-teams-theme';

/** The theme comes from the address, or else from the last choice, or else from the settings of the machine. */
export function createTheme(button: HTMLButtonElement, changed: () => void): () => Theme {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(KEY);
  const machine = matchMedia('(prefers-color-scheme: dark)');
  let chosen: Theme | undefined = asked === 'light' || asked === 'dark' ? asked : undefined;
  const theme = (): Theme => chosen ?? (machine.matches ? 'dark' : 'light');

  function show(): void {
    document.documentElement.dataset['theme'] = theme();
    button.setAttribute('aria-pressed', String(theme() === 'dark'));
    changed();
  }
  button.addEventListener('click', () => {
    chosen = theme() === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, chosen);
    show();
  });
  machine.addEventListener('change', show);
  show();
  return theme;
}
