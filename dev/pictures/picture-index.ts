/** A page with all pictures. The pictures of one state are side by side. */
export function pictureIndex(files: readonly string[]): string {
  const states = new Set(files.map(stateOf));
  const sections = [...states].map((state) => {
    const pictures = files.filter((file) => stateOf(file) === state);
    const images = pictures.map(
      (file) => `<figure><img src="${file}" alt=""><figcaption>${file}</figcaption></figure>`,
    );
    return `<section id="${state}"><h2>${state}</h2><div>${images.join('')}</div></section>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every card in every state</title>
<style>
body { font: 14px/1.4 sans-serif; margin: 16px; background: #ddd; }
section div { display: flex; flex-wrap: wrap; align-items: start; gap: 16px; }
figure { margin: 0; }
figcaption { font-size: 11px; }
</style>
${sections.join('\n')}
</html>
`;
}

/** The state in a file name: `request` in `request.da.light.phone.png`, `page-complete` in `page-complete-1.png`. */
function stateOf(file: string): string {
  const [name = file] = file.split('.');
  return name.replace(/-\d+$/u, '');
}
