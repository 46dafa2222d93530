/** The theme's colours as the drawing library wants them: resolved. */
export interface Ink {
  text: string;
  quiet: string;
  grid: string;
  surface: string;
  error: string;
  accent: string;
  font: string;
}

/** Resolves a CSS colour, custom properties and light-dark() included, where the element stands. */
export function resolved(host: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.cssText = `display:none;color:${CSS.supports('color', colour) ? colour : 'currentColor'}`;
  host.append(probe);
  const answer = getComputedStyle(probe).color;
  probe.remove();
  return plain(answer);
}

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/** Newer colour spaces (oklch, color-mix) as rgb, the only thing that the drawing library reads. */
function plain(colour: string): string {
  if (!pen || colour.startsWith('rgb')) {
    return colour;
  }
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
  return `rgba(${r},${g},${b},${a / 255})`;
}

export function ink(host: HTMLElement): Ink {
  return {
    text: resolved(host, 'var(--nl-text)'),
    quiet: resolved(host, 'var(--nl-quiet)'),
    grid: resolved(host, 'var(--nl-grid)'),
    surface: resolved(host, 'var(--nl-surface)'),
    error: resolved(host, 'var(--nl-error)'),
    accent: resolved(host, 'color-mix(in srgb, var(--nl-accent) 55%, transparent)'),
    font: getComputedStyle(host).fontFamily,
  };
}

const HUES = ['#0072b2 #4aa3dc', '#d55e00 #f0803c', '#009e73 #3cc79b', '#b8558b #dd8fb8', '#b77f00 #e69f00', '#2b93c9 #7cc8f0', '#8a7d00 #d8ca3a', '#5f6771 #a7afba'];

/** The next run's colour: hues are given out in turn. */
export function hue(index: number): string {
  const turn = index % HUES.length;
  const [light, dark] = HUES[turn].split(' ');
  return `var(--netloom-run-${turn + 1}, light-dark(${light}, ${dark}))`;
}

/** Tells when light becomes dark or the other way round. Returns how to stop listening. */
export function onThemeChange(listener: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const later = () => requestAnimationFrame(listener);
  const observer = new MutationObserver(later);
  const filter = { attributes: true, attributeFilter: ['theme', 'class', 'style'] };
  observer.observe(document.documentElement, filter);
  observer.observe(document.body, filter);
  media.addEventListener('change', later);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', later);
  };
}

export const HOST_TOKENS = `
  --nl-surface: var(--netloom-surface, light-dark(#fff, #22262d));
  --nl-text: var(--netloom-text, light-dark(#1b1f24, #e8eaed));
  --nl-quiet: var(--netloom-text-soft, light-dark(#5a6472, #a0a8b4));
  --nl-line: var(--netloom-line, light-dark(#d4d8de, #3a4048));
  --nl-grid: light-dark(rgb(20 30 45 / 0.09), rgb(225 235 250 / 0.1));
  --nl-accent: var(--netloom-accent, light-dark(#0b63ce, #6cb0ff));
  --nl-error: var(--netloom-problem, light-dark(#b3261e, #ff8a80));
`;
